import { CopyButton } from '@/components/ui/copy-button';
import { Facts } from '@/components/ui/facts';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { Cell, EvidencePack, EvidencePart } from '@/lib/features/evidence-pack/schema';
import { formatExactTime } from '@/lib/format';
import { cellLines, headText, partSentence, proofNote } from './words';

/** The pack as it prints. */
export function ShownPack({ pack }: { pack: EvidencePack }) {
  const { organizationName, organizationId, environment, madeAt, madeBy, parts } = pack;
  const head = headText(pack);
  return (
    <div>
      <Facts
        facts={[
          { term: 'Organization', value: <bdi>{organizationName}</bdi> },
          { term: 'Id', value: <span className="font-mono wrap-anywhere">{organizationId}</span> },
          { term: 'Environment', value: environment },
          { term: 'Made', value: formatExactTime(madeAt) },
          { term: 'By', value: <span className="wrap-anywhere">{madeBy}</span> },
        ]}
      />
      {parts.map((part) => (
        <Part key={part.title} part={part} />
      ))}
      <section className="mt-8">
        <h3 className="text-sm">Proof</h3>
        <p className="measure mt-0.5 text-table text-quiet">
          {head ? proofNote : 'The staff log has no hash chain yet.'}
        </p>
        {head ? (
          <p className="mt-2 flex max-w-full items-start gap-1">
            <code className="min-w-0 font-mono text-xs wrap-anywhere">{head}</code>
            <span className="print:hidden">
              <CopyButton text={head} what="head of the chain" />
            </span>
          </p>
        ) : null}
      </section>
    </div>
  );
}

function Part({ part }: { part: EvidencePart }) {
  const { title, columns, rows } = part;
  return (
    <section className="mt-8">
      <h3 className="text-sm">{title}</h3>
      <p className="measure mt-0.5 mb-2 text-table text-quiet">{partSentence(part)}</p>
      {rows.length > 0 ? (
        // A head that sticks in a region of its own sticks to that, not below the top bar: it would cover the first row.
        <div className="-mx-4 overflow-x-auto px-4 [--sticky-top:0px] md:-mx-3 md:px-3 print:overflow-visible">
          <Table label={title}>
            <TableHead>
              {columns.map((column) => (
                <Th key={column}>{column}</Th>
              ))}
            </TableHead>
            <tbody>
              {rows.map((row) => (
                <Tr key={row.map((cell) => cellLines(cell).join()).join('\n')}>
                  {row.map((cell, index) => (
                    <Td key={columns[index]} className="align-top">
                      <Content cell={cell} />
                    </Td>
                  ))}
                </Tr>
              ))}
            </tbody>
          </Table>
        </div>
      ) : null}
    </section>
  );
}

const codeLength = 64;
const shownOfCode = 12;

function Content({ cell }: { cell: Cell }) {
  const lines = cellLines(cell);
  if (typeof cell !== 'string') {
    return (
      <ul className="min-w-64 whitespace-normal">
        {lines.map((line) => (
          <li key={line} className="wrap-anywhere">
            {line}
          </li>
        ))}
      </ul>
    );
  }
  if (/^[0-9a-f]+$/.test(cell) && cell.length === codeLength) {
    // Whole on paper and in the files.
    return (
      <span className="font-mono text-quiet">
        <span className="print:hidden">{cell.slice(0, shownOfCode)}…</span>
        <span className="hidden wrap-anywhere print:inline">{cell}</span>
      </span>
    );
  }
  return <>{lines[0]}</>;
}
