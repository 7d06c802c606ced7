export { default } from '../../jest.package.mjs';
