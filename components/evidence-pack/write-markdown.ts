import type { EvidencePack } from '@/lib/features/evidence-pack/schema';

const cell = (text: string) => text.replace(/\s+/g, ' ').replace(/([|\\`<])/g, '\\$1');
const line = (cells: string[]) => `| ${cells.map(cell).join(' | ')} |`;

/** The pack as a document that can be printed, mailed or kept. */
export function writeMarkdown(pack: EvidencePack): string {
  const { organizationName, organizationId, environment, madeAt, madeBy, parts, head } = pack;
  return [
    `# Evidence pack: ${cell(organizationName)}`,
    `${organizationId}, ${environment}. Made ${madeAt} by ${cell(madeBy)}.`,
    head
      ? `Head of the staff log’s hash chain: seal ${head.seal}, \`${head.mac}\`.`
      : 'The staff log has no hash chain yet.',
    ...parts.flatMap(({ title, note, columns, rows }) => [
      `## ${title}`,
      note,
      rows.length === 0
        ? 'None.'
        : [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n'),
    ]),
  ].join('\n\n');
}
