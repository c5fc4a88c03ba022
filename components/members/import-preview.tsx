import type { ReactNode } from 'react';
import { Notice } from '@/components/ui/notice';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { ImportPreview as Preview } from '@/lib/features/members/schema';
import { formatCount, formatQuantity } from '@/lib/format';

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="mb-1 text-table font-medium">{title}</h3>
      {children}
    </section>
  );
}

/** What a file holds: how many can be invited, a few of them, and what is wrong with the others. */
export function ImportPreview({ preview }: { preview: Preview }) {
  const { total, good, encoding, sample, problems, allCompared } = preview;
  const bad = problems.length;
  return (
    <>
      <p>
        <strong className="font-medium">
          {formatCount(good)} of {formatQuantity(total, 'line')} can be sent.
        </strong>{' '}
        {bad > 0
          ? `${formatQuantity(bad, 'line')} ${bad === 1 ? 'has' : 'have'} a problem and will be left out.`
          : ''}
      </p>
      {encoding === 'Windows-1252' ? (
        <Notice tone="warning" title="The file is not UTF-8, so it was read as Windows-1252.">
          Look whether letters with accents are right below. If not, save it as “CSV UTF-8” and choose it
          again.
        </Notice>
      ) : null}
      {allCompared ? null : (
        <Notice tone="info" title="Not all members were compared.">
          The organization has more than are read here. Who is a member already is found when their turn
          comes.
        </Notice>
      )}
      {sample.length > 0 ? (
        <Part title={good > sample.length ? `The first ${sample.length} of them` : 'They are'}>
          <Table label="The first lines that can be sent">
            <TableHead>
              <Th>Line</Th>
              <Th>E-mail</Th>
              <Th>Name</Th>
              <Th>Roles</Th>
            </TableHead>
            <tbody>
              {sample.map(({ line, email, name, roles }) => (
                <Tr key={line}>
                  <Td>{line}</Td>
                  <Td className="max-w-72 truncate">{email}</Td>
                  <Td className="max-w-60 truncate">{name || '–'}</Td>
                  <Td>{roles.join(', ') || 'the default'}</Td>
                </Tr>
              ))}
            </tbody>
          </Table>
        </Part>
      ) : null}
      {bad > 0 ? (
        <Part title="Left out">
          <Table label="Lines with a problem">
            <TableHead>
              <Th>Line</Th>
              <Th>E-mail</Th>
              <Th>Problem</Th>
            </TableHead>
            <tbody>
              {problems.map(({ line, email, problem }) => (
                <Tr key={line}>
                  <Td>{line}</Td>
                  <Td className="max-w-72 truncate">{email || '–'}</Td>
                  <Td className="whitespace-normal">{problem}</Td>
                </Tr>
              ))}
            </tbody>
          </Table>
        </Part>
      ) : null}
    </>
  );
}
