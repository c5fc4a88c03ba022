import Link from 'next/link';
import { Status } from '@/components/ui/status';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { Tone } from '@/components/ui/tone';
import { cutKinds, type Departure } from '@/lib/features/departures/schema';
import { paths, withSearch } from '@/lib/paths';
import { type CutItem, kindWords, outcomeWords } from './receipt';

type Props = { environment: string; departure: Departure; items: CutItem[] };

const tones: Record<CutItem['outcome']['state'], Tone> = {
  open: 'warning',
  done: 'success',
  gone: 'success',
  failed: 'danger',
  unknown: 'warning',
};

/** Every way in, by kind, with what became of it and a way there. Kinds without one say so: they were looked for. */
export function ItemTable({ environment, departure, items }: Props) {
  const nameOf = (id: string | null) =>
    departure.organizations.find((one) => one.id === id)?.name ?? id ?? 'not said';
  return (
    <Table label="Ways in">
      <TableHead>
        <Th>Kind</Th>
        <Th>What</Th>
        <Th>Organization</Th>
        <Th>State</Th>
      </TableHead>
      <tbody>
        {cutKinds.flatMap((kind) => {
          const found = items.filter((one) => one.kind === kind);
          if (found.length === 0)
            return [
              <Tr key={kind}>
                <Td>{kindWords[kind].many}</Td>
                <Td quiet>none found</Td>
                <Td quiet>–</Td>
                <Td>
                  <Status tone="success">Nothing open</Status>
                </Td>
              </Tr>,
            ];
          return found.map((item) => (
            <Tr key={`${kind} ${item.id}`}>
              <Td>{kindWords[kind].one}</Td>
              <Td className="max-w-80 wrap-anywhere whitespace-normal">
                <ItemLink environment={environment} departure={departure} item={item} />
                <div className="font-mono text-xs text-quiet">{item.id}</div>
              </Td>
              <Td className="max-w-56 truncate">{nameOf(item.organizationId)}</Td>
              <Td className="max-w-72 whitespace-normal">
                <Status tone={tones[item.outcome.state]}>{shortWords(item)}</Status>
                {'message' in item.outcome ? <p className="text-xs">{item.outcome.message}</p> : null}
                {'requestId' in item.outcome && item.outcome.requestId ? (
                  <code className="font-mono text-xs wrap-anywhere">{item.outcome.requestId}</code>
                ) : null}
              </Td>
            </Tr>
          ));
        })}
      </tbody>
    </Table>
  );
}

function shortWords(item: CutItem): string {
  const words = outcomeWords(item).split(/: |, /)[0] ?? '';
  return words.charAt(0).toUpperCase() + words.slice(1);
}

type LinkProps = { environment: string; departure: Departure; item: CutItem };

function ItemLink({ environment, departure, item }: LinkProps) {
  const { organizationId } = item;
  const user = departure.userId;
  const href =
    item.kind === 'session' && user
      ? paths.user(environment, user)
      : item.kind === 'api_key' && organizationId
        ? withSearch(paths.apiKeys(environment, organizationId), { user })
        : item.kind === 'membership' && organizationId
          ? withSearch(paths.members(environment, organizationId), { q: departure.email })
          : null;
  return href ? (
    <Link href={href} prefetch={false} className="text-link">
      {item.label}
    </Link>
  ) : (
    item.label
  );
}
