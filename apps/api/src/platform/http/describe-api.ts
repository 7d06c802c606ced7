import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

/** Serves the OpenAPI document at /api/openapi.json; every shape in it is the Zod contract itself. */
export function describeApi(app: NestFastifyApplication): void {
  const document = SwaggerModule.createDocument(
    app,
    new DocumentBuilder()
      .setTitle('Phân Công')
      .setDescription('Bản kế hoạch đã ký tự chạy. The signed plan itself runs.')
      .setVersion('0.1.0')
      .addCookieAuth('phancong_session')
      .setOpenAPIVersion('3.1.0')
      .build(),
  );
  SwaggerModule.setup('api/docs', app, document, { jsonDocumentUrl: 'api/openapi.json', ui: false, raw: ['json'] });
}
