import ts from 'typescript';
import { propertyPath, type SourceFile, visit } from './source-files';

/** The `permission` of every call of these makers, in alphabetical order. */
export function permissionsUsedBy(sources: SourceFile[], makers: RegExp): string[] {
  const used = new Set<string>();
  for (const { tree } of sources) {
    visit(tree, (node) => {
      if (!ts.isCallExpression(node) || !makers.test(propertyPath(node.expression))) return;
      visit(node, (inner) => {
        if (
          ts.isPropertyAssignment(inner) &&
          inner.name.getText() === 'permission' &&
          ts.isStringLiteral(inner.initializer)
        ) {
          used.add(inner.initializer.text);
        }
      });
    });
  }
  return [...used].sort();
}

/** Names of exported values that are not `const name = defineAction(…)`, or another maker; types are none. */
export function exportsNotMadeBy(maker: string, statement: ts.Statement): string[] {
  if (ts.isTypeAliasDeclaration(statement) || ts.isInterfaceDeclaration(statement)) return [];
  if (!ts.isVariableStatement(statement)) return [statement.getText().split('\n')[0] ?? ''];
  return statement.declarationList.declarations
    .filter(
      ({ initializer }) =>
        !(initializer && ts.isCallExpression(initializer) && propertyPath(initializer.expression) === maker),
    )
    .map(({ name }) => name.getText());
}

/** True for a statement that hands something out of its file. */
export function isExported(statement: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(statement) &&
    !!ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  );
}
