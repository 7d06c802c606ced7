import { isBuiltin } from 'node:module';
import ts from 'typescript';

/**
 * What one file asks of others and of its surroundings: { imports: [{ target, isType, line }], surroundings: [{ name, line }] }.
 * `target` is the specifier as written (a builtin always with `node:`); `surroundings` are uses of the clock, of chance, of the
 * process or of the network that need no import.
 */
export function readImports(path, text) {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kindOf(path));
  const imports = [];
  const surroundings = [];
  const lineOf = (node) => file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
  const visit = (node) => {
    const found = importOf(node);
    if (found) imports.push({ ...found, line: lineOf(node) });
    const name = surroundingOf(node);
    if (name) surroundings.push({ name, line: lineOf(node) });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { imports, surroundings };
}

function importOf(node) {
  if (ts.isImportDeclaration(node))
    return { target: nameModule(node.moduleSpecifier.text), isType: isTypeImport(node) };
  if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
    return { target: nameModule(node.moduleSpecifier.text), isType: node.isTypeOnly };
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [argument] = node.arguments;
    if (argument && ts.isStringLiteralLike(argument)) return { target: nameModule(argument.text), isType: false };
  }
  return undefined;
}

/** `import type { A }` and `import { type A }` alike leave nothing at run time. */
function isTypeImport({ importClause }) {
  if (!importClause) return false;
  if (importClause.isTypeOnly) return true;
  const { name, namedBindings } = importClause;
  return !name && namedBindings?.elements?.length > 0 && namedBindings.elements.every((element) => element.isTypeOnly);
}

function nameModule(target) {
  return isBuiltin(target) && !target.startsWith('node:') ? `node:${target}` : target;
}

const surroundingMembers = ['Date.now', 'Math.random', 'performance.now', 'crypto.randomUUID'];
const surroundingNames = ['fetch', 'setTimeout', 'setInterval', 'process', 'localStorage'];

function surroundingOf(node) {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) return 'new Date()';
  if (ts.isPropertyAccessExpression(node) && surroundingMembers.includes(node.getText())) return node.getText();
  const isCallOrAccess = ts.isCallExpression(node) || ts.isPropertyAccessExpression(node);
  if (isCallOrAccess && ts.isIdentifier(node.expression) && surroundingNames.includes(node.expression.text)) {
    return node.expression.text;
  }
  return undefined;
}

function kindOf(path) {
  return path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
}
