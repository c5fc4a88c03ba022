import ts from 'typescript';
import { listFiles, readSources, type SourceFile, visit } from '../setup/source-files';

/** What the repository itself says, read once for all rows. */
export type Facts = {
  /** Routes of `app/` with a page, without groups: `/[environment]/roles/[roleName]`. */
  routes: Set<string>;
  /** Titles of tests by spec; … stands for what a template puts in. */
  titles: Map<string, Set<string>>;
  /** Operations that the console calls, by the source files that do. */
  callers: Map<string, SourceFile[]>;
  sources: SourceFile[];
};

/** Reads routes, titles of browser tests and calls of operations from the sources. Seconds, for all of them. */
export function readFacts(operations: Iterable<string>): Facts {
  const sources = readSources();
  const product = sources.filter(
    ({ path }) => /^(app|lib|components)\//.test(path) && !/\.test\.|\/test-|^lib\/generated\//.test(path),
  );
  return {
    routes: new Set(listFiles().flatMap(routeOf)),
    titles: new Map(
      sources
        .filter(({ path }) => /^e2e\/[^/]+\.spec\.ts$/.test(path))
        .map((source) => [source.path.slice('e2e/'.length), titlesOf(source)]),
    ),
    callers: findCallers(product, new Set(operations)),
    sources: product,
  };
}

function routeOf(path: string): string[] {
  const folder = /^app\/(?:(.*)\/)?page\.tsx$/.exec(path)?.[1];
  if (folder === undefined) return [];
  return [
    `/${folder
      .split('/')
      .filter((part) => !/^\(.*\)$/.test(part))
      .join('/')}`,
  ];
}

function titlesOf({ tree }: SourceFile): Set<string> {
  const titles = new Set<string>();
  visit(tree, (node) => {
    if (!ts.isCallExpression(node) || node.expression.getText() !== 'test') return;
    const [title] = node.arguments;
    if (!title || !(ts.isStringLiteralLike(title) || ts.isTemplateExpression(title))) return;
    titles.add(
      ts.isStringLiteralLike(title)
        ? title.text
        : title
            .getText()
            .slice(1, -1)
            .replace(/\$\{[^}]*\}/g, '…'),
    );
  });
  return titles;
}

/** Finds `….roles.getRole(` for each operation, whatever stands before it. */
function findCallers(product: SourceFile[], operations: Set<string>): Map<string, SourceFile[]> {
  const callers = new Map<string, SourceFile[]>();
  for (const source of product) {
    const called = new Set<string>();
    for (const [, group, name] of source.text.matchAll(/\b(\w+)\s*\.(\w+)\(/g)) {
      if (operations.has(`${group}.${name}`)) called.add(`${group}.${name}`);
    }
    for (const operation of called) callers.set(operation, [...(callers.get(operation) ?? []), source]);
  }
  return callers;
}
