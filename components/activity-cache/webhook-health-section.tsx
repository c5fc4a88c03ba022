import { CopyButton } from '@/components/ui/copy-button';
import { Facts } from '@/components/ui/facts';
import { Notice } from '@/components/ui/notice';
import { RelativeTime } from '@/components/ui/relative-time';
import { Section } from '@/components/ui/section';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { WebhookHealth } from '@/lib/features/activity-cache/schema';
import { formatCount } from '@/lib/format';
import { refusalWords } from './words';

/** Whether webhooks arrive, and what to register so that they do. */
export function WebhookHealthSection({ health }: { health: WebhookHealth }) {
  const { url, secrets, lastDeliveryAt, deliveries, repeats, refusals } = health;
  return (
    <Section
      title="Webhook endpoint"
      description="Register this address in Scalekit’s dashboard, for all event types."
    >
      {secrets === 0 ? (
        <div className="mb-4">
          <Notice tone="warning" title="The settings hold no webhook secret for this environment">
            Until SCALEKIT_…_WEBHOOK_SECRET holds the endpoint’s signing secret, webhooks are refused and rows
            come a minute late.
          </Notice>
        </div>
      ) : null}
      <Facts
        facts={[
          {
            term: 'Address',
            value: (
              <span className="inline-flex max-w-full items-center gap-0.5">
                <code className="font-mono text-xs wrap-anywhere">{url}</code>
                <CopyButton text={url} what="webhook address" />
              </span>
            ),
          },
          { term: 'Secret', value: secretWords(secrets) },
          { term: 'Last delivery', value: <RelativeTime time={lastDeliveryAt} missing="none in a week" /> },
          {
            term: 'Last 24 hours',
            value: `${formatCount(deliveries)} taken, ${formatCount(repeats)} came again`,
          },
        ]}
      />
      {refusals.length > 0 ? <Refusals refusals={refusals} /> : null}
    </Section>
  );
}

function Refusals({ refusals }: Pick<WebhookHealth, 'refusals'>) {
  return (
    <div className="mt-4">
      <Table label="Refused webhooks">
        <TableHead>
          <Th>Refused because</Th>
          <Th>How often</Th>
          <Th>Last</Th>
          <Th>What it means</Th>
        </TableHead>
        <tbody>
          {refusals.map(({ reason, count, lastAt }) => (
            <Tr key={reason}>
              <Td className="whitespace-nowrap">{refusalWords[reason].name}</Td>
              <Td>{formatCount(count)}</Td>
              <Td quiet>
                <RelativeTime time={lastAt} />
              </Td>
              <Td quiet>{refusalWords[reason].hint}</Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

function secretWords(secrets: number): string {
  if (secrets === 0) return 'None in the settings';
  return secrets === 1 ? 'In the settings' : 'Two in the settings: a rotation is under way';
}
