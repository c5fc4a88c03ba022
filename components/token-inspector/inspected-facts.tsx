import { Facts } from '@/components/ui/facts';
import { Notice } from '@/components/ui/notice';
import { RelativeTime } from '@/components/ui/relative-time';
import { Section } from '@/components/ui/section';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import { type InspectedToken, tokenKinds } from '@/lib/features/token-inspector/schema';
import { OwnerLinks } from './owner-links';
import { verdictOf } from './verdict';

/** A token taken apart, its verdict first. */
export function InspectedFacts({ environment, token }: { environment: string; token: InspectedToken }) {
  const verdict = verdictOf(token, environment);
  return (
    <>
      <Notice tone={verdict.tone} title={verdict.title}>
        {verdict.sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </Notice>
      <Section title={tokenKinds[token.kind]}>
        <Facts
          facts={[
            {
              term: 'Belongs to',
              value: (
                <OwnerLinks
                  environment={environment}
                  organizationId={token.organizationId}
                  userId={token.userId}
                />
              ),
            },
            { term: 'Issued', value: <RelativeTime time={token.issuedAt} missing="not said" /> },
            { term: 'Ends', value: <RelativeTime time={token.expiresAt} missing="never" /> },
            { term: 'Scopes', value: token.scopes.join(', ') || 'none' },
            { term: 'Signed with', value: token.algorithm },
          ]}
        />
      </Section>
      <Section title="Claims">
        <Table label="Claims of the token">
          <TableHead>
            <Th>Claim</Th>
            <Th>Value</Th>
            <Th>What it says</Th>
          </TableHead>
          <tbody>
            {token.claims.map(({ name, value, meaning }) => (
              <Tr key={name}>
                <Td className="align-top font-mono text-xs">{name}</Td>
                <Td className="min-w-60 align-top font-mono text-xs wrap-anywhere">{value}</Td>
                <Td quiet className="min-w-60 align-top">
                  {meaning ?? 'Not one of Scalekit’s own: set by your application or at the client.'}
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </Section>
    </>
  );
}
