import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const repoRoot = fileURLToPath(new URL('../..', import.meta.url));

/** An import, an `export … from` or an `import()`. `target` is a path from the repo's root, or a package's name. */
export type ImportEdge = { target: string; typeOnly: boolean };

/** A source file with what the rules look at. `path` is from the repo's root. */
export type SourceFile = { path: string; text: string; tree: ts.SourceFile; imports: ImportEdge[] };

/** A test for paths that begin with one of these. */
export const startsWith =
  (...prefixes: string[]) =>
  (path: string) =>
    prefixes.some((prefix) => path.startsWith(prefix));

/** Tests, and what tests, scripts and configs are made of: no part of the product. */
export function isTool(path: string): boolean {
  return (
    /^(tests|e2e|bench|scripts|prisma)\//.test(path) ||
    /\.test\.tsx?$|(^|\/)test-[^/]+\.tsx?$/.test(path) ||
    /^[^/]+\.config\.m?ts$/.test(path)
  );
}

/** Every file that is or could be committed, by path from the repo's root. */
export function listFiles(): string[] {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
  const listing = execFileSync('git', args, { cwd: repoRoot, encoding: 'utf8', maxBuffer: 1e8 });
  return listing.split('\0').filter((path) => path !== '' && existsSync(`${repoRoot}/${path}`));
}

/** The TypeScript sources, parsed. */
export function readSources(): SourceFile[] {
  return listFiles()
    .filter((path) => /\.tsx?$/.test(path))
    .map(readSource);
}

function readSource(path: string): SourceFile {
  const text = readFileSync(`${repoRoot}/${path}`, 'utf8');
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  return { path, text, tree, imports: importsOf(tree, path) };
}

function importsOf(tree: ts.SourceFile, path: string): ImportEdge[] {
  const edges: ImportEdge[] = [];
  const add = (specifier: ts.Node | undefined, typeOnly: boolean) => {
    if (specifier && ts.isStringLiteral(specifier))
      edges.push({ target: resolve(specifier.text, path), typeOnly });
  };
  visit(tree, (node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, importsTypesOnly(node.importClause));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false);
    }
  });
  return edges;
}

function importsTypesOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { namedBindings } = clause;
  if (clause.name || !namedBindings || !ts.isNamedImports(namedBindings)) return false;
  return namedBindings.elements.length > 0 && namedBindings.elements.every((element) => element.isTypeOnly);
}

function resolve(specifier: string, from: string): string {
  if (specifier.startsWith('@/')) return specifier.slice(2);
  if (specifier.startsWith('.')) return posix.normalize(posix.join(posix.dirname(from), specifier));
  return specifier;
}

/** Calls `see` with every node of the tree. */
export function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  node.forEachChild((child) => visit(child, see));
}

/** `a.b.c` for a chain of property accesses; empty for anything else. */
export function propertyPath(node: ts.Node): string {
  if (ts.isIdentifier(node)) return node.text;
  if (node.kind === ts.SyntaxKind.ThisKeyword) return 'this';
  if (!ts.isPropertyAccessExpression(node)) return '';
  const left = propertyPath(node.expression);
  return left && `${left}.${node.name.text}`;
}

/** True when some node of the tree passes. */
export function someNode(tree: ts.Node, test: (node: ts.Node) => boolean): boolean {
  let found = false;
  visit(tree, (node) => {
    found ||= test(node);
  });
  return found;
}
