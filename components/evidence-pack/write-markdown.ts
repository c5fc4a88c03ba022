import type { Cell, EvidencePack } from '@/lib/features/evidence-pack/schema';
import { formatExactTime } from '@/lib/format';
import { cellLines, headText, partSentence, proofNote } from './words';

// An underscore within a word means nothing in Markdown: ids stay as they are.
const text = (words: string) => words.replace(/\s+/g, ' ').replace(/([|\\`<*[\]])/g, '\\$1');
const cell = (value: Cell) => cellLines(value).map(text).join('<br>');
const line = (cells: string[]) => `| ${cells.join(' | ')} |`;

/** The pack as a document that can be printed, mailed or kept. */
export function writeMarkdown(pack: EvidencePack): string {
  const { organizationName, organizationId, environment, madeAt, madeBy, parts } = pack;
  const head = headText(pack);
  return [
    `# Evidence pack: ${text(organizationName)}`,
    [
      `- Organization: ${text(organizationName)} (\`${organizationId}\`), environment ${text(environment)}`,
      `- Made: ${formatExactTime(madeAt)} by ${text(madeBy)}`,
      `- Contents: ${parts.map(({ title }) => title).join('; ')}; Proof`,
    ].join('\n'),
    ...parts.flatMap((part) => [
      `## ${part.title}`,
      text(partSentence(part)),
      ...(part.rows.length === 0
        ? []
        : [
            [
              line(part.columns.map(text)),
              line(part.columns.map(() => '---')),
              ...part.rows.map((row) => line(row.map(cell))),
            ].join('\n'),
          ]),
    ]),
    '## Proof',
    ...(head ? [proofNote, `Head: \`${head}\``] : ['The staff log has no hash chain yet.']),
  ].join('\n\n');
}
