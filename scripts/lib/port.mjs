import { createServer } from 'node:net';
import { Stop } from './say.mjs';

/** The port of PORT (3000 when unset), after making sure that nobody listens on it. */
export async function choosePort(command) {
  const text = process.env.PORT || '3000';
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Stop(`PORT=${text} không phải là một cổng (1 đến 65535).`, `PORT=${text} is not a port (1 to 65535).`);
  }
  const problem = await findListenProblem(port);
  if (problem === 'EADDRINUSE') {
    throw new Stop(
      `Cổng ${port} đang được chương trình khác dùng. Chọn cổng khác: PORT=${port + 100} ${command}`,
      `Port ${port} is in use by another program. Choose another: PORT=${port + 100} ${command}`,
    );
  }
  if (problem === 'EACCES') {
    throw new Stop(
      `Tài khoản này không được mở cổng ${port}. Chọn cổng từ 1024 trở lên: PORT=3100 ${command}`,
      `This account may not open port ${port}. Choose one from 1024 up: PORT=3100 ${command}`,
    );
  }
  if (problem) throw new Stop(`Không mở được cổng ${port}.`, `Port ${port} cannot be opened.`, problem);
  return port;
}

function findListenProblem(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(error.code));
    server.listen(port, () => server.close(() => resolve(undefined)));
  });
}
