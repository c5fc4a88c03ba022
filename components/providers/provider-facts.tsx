import { CopyButton } from '@/components/ui/copy-button';
import { Facts } from '@/components/ui/facts';
import { Section } from '@/components/ui/section';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { FieldRow, ProviderDetail } from '@/lib/features/providers/schema';
import { formatQuantity } from '@/lib/format';
import { headerOf } from './advice';
import { authTypeWords } from './words';

/** Where a provider's requests go and how people authorize, as it is. */
export function ProviderFacts({ provider }: { provider: ProviderDetail }) {
  const { fields, furtherPatterns, categories, isMcp } = provider;
  const isOauth = fields.type === 'OAUTH';
  const code = (text: string) => <code className="font-mono text-xs wrap-anywhere">{text}</code>;
  const some = (term: string, text: string) => (text ? [{ term, value: code(text) }] : []);
  return (
    <>
      <Section title="Requests">
        <Facts
          facts={[
            { term: 'Go to', value: provider.proxyUrl ? <Address text={provider.proxyUrl} /> : 'not known' },
            { term: 'Through Scalekit', value: provider.proxyEnabled ? 'yes' : 'no' },
            { term: 'Sent along', value: code(headerOf(fields)) },
            ...(categories.length > 0 ? [{ term: 'Categories', value: categories.join(', ') }] : []),
            ...some('Icon', fields.iconSrc),
          ]}
        />
      </Section>
      <Section
        title={`People authorize by: ${provider.authTypes.map(authTypeWords).join(', ') || 'not known'}`}
        description={
          furtherPatterns > 0
            ? `Shown is the first way; Scalekit uses it alone today. ${formatQuantity(furtherPatterns, 'further way is', 'further ways are')} there.`
            : undefined
        }
      >
        <Facts
          facts={[
            { term: 'MCP server', value: isMcp ? 'yes' : 'no' },
            ...some('Name of the way', fields.patternName),
            ...(isOauth
              ? [
                  ...some('Authorization address', fields.authorizeUri),
                  ...some('Token address', fields.tokenUri),
                  ...some('User info address', fields.userInfoUri),
                  { term: 'PKCE', value: fields.pkceEnabled ? 'yes' : 'no' },
                  ...some('Scopes', fields.scopes.map(({ scope }) => scope).join(' ')),
                ]
              : []),
          ]}
        />
        <FieldTable label="Fields" rows={fields.fields} />
        {isOauth ? <FieldTable label="Account fields" rows={fields.accountFields} /> : null}
      </Section>
      {fields.metadata.length > 0 ? (
        <Section title="Metadata">
          <Facts facts={fields.metadata.map(({ key, value }) => ({ term: key, value }))} />
        </Section>
      ) : null}
    </>
  );
}

function Address({ text }: { text: string }) {
  return (
    <span className="flex items-start gap-1">
      <code className="min-w-0 font-mono text-xs wrap-anywhere">{text}</code>
      <CopyButton text={text} what="proxy address" className="-my-1.5 shrink-0" />
    </span>
  );
}

function FieldTable({ label, rows }: { label: string; rows: FieldRow[] }) {
  if (rows.length === 0) return null;
  return (
    <div className="mt-4">
      <Table label={label}>
        <TableHead>
          <Th>{label}</Th>
          <Th>Key</Th>
          <Th>Kind</Th>
          <Th>Hint</Th>
        </TableHead>
        <tbody>
          {rows.map((row) => (
            <Tr key={row.fieldName}>
              <Td>{row.label || '–'}</Td>
              <Td className="font-mono text-xs">{row.fieldName}</Td>
              <Td>
                {[
                  row.isSecret ? 'secret' : 'text',
                  row.isRequired ? 'required' : 'optional',
                  row.isPathParam ? 'in the path' : '',
                ]
                  .filter(Boolean)
                  .join(', ')}
              </Td>
              <Td className="max-w-72 truncate" title={row.hint}>
                {row.hint || '–'}
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
