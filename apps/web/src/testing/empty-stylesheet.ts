/** Stands for every stylesheet under Jest: class names are not what these tests look at. */
const emptyStylesheet: Record<string, string> = {};
export default emptyStylesheet;
