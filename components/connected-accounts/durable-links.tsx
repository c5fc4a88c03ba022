import { DialogLink } from '@/components/ui/dialog-link';
import { ErrorPanel } from '@/components/ui/error-panel';
import { RelativeTime } from '@/components/ui/relative-time';
import { Section } from '@/components/ui/section';
import { Status } from '@/components/ui/status';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { Tone } from '@/components/ui/tone';
import type { Result } from '@/lib/errors';
import type { DurableLinkRow, DurableLinkState } from '@/lib/features/connected-accounts/schema';

type Props = { links: Result<DurableLinkRow[]>; mayCreate: boolean; mayRevoke: boolean };

const words: Record<DurableLinkState, { tone: Tone; label: string }> = {
  active: { tone: 'success', label: 'Active' },
  expired: { tone: 'neutral', label: 'Expired' },
  revoked: { tone: 'neutral', label: 'Withdrawn' },
  used_up: { tone: 'warning', label: 'Used up' },
};

/** Links of our own that last for days: each press of their page's button makes a fresh one of Scalekit's. */
export function DurableLinks({ links, mayCreate, mayRevoke }: Props) {
  return (
    <Section
      title="Links that last"
      description="A page with a button, for a message that is read tomorrow. Each press makes a fresh link of Scalekit’s."
      action={
        mayCreate ? (
          <DialogLink dialog="durable-link" variant="secondary">
            Create lasting link
          </DialogLink>
        ) : null
      }
    >
      {!links.ok ? (
        <ErrorPanel title="The links could not be read." error={links.error} />
      ) : links.data.length === 0 ? (
        <p className="text-quiet">None were made.</p>
      ) : (
        <Table label="Links that last">
          <TableHead>
            <Th>For</Th>
            <Th>State</Th>
            <Th>Opened</Th>
            <Th>Last opened</Th>
            <Th>Works until</Th>
            <Th>Made by</Th>
            <Th>
              <span className="sr-only">Actions</span>
            </Th>
          </TableHead>
          <tbody>
            {links.data.map((link) => (
              <Tr key={link.linkId}>
                <Td className="max-w-64 truncate" title={link.recipientEmail}>
                  {link.recipientEmail}
                </Td>
                <Td>
                  <Status tone={words[link.state].tone}>{words[link.state].label}</Status>
                </Td>
                <Td>
                  {link.openCount} of {link.openLimit}
                </Td>
                <Td quiet>
                  <RelativeTime time={link.lastOpenedAt} missing="never" />
                </Td>
                <Td quiet>
                  <RelativeTime time={link.expiresAt} />
                </Td>
                <Td quiet>{link.createdByEmail}</Td>
                <Td>
                  {mayRevoke && link.state === 'active' ? (
                    <DialogLink
                      dialog={`withdraw:${link.linkId}`}
                      variant="secondary"
                      size="small"
                      aria-label={`Withdraw the link for ${link.recipientEmail}`}
                    >
                      Withdraw
                    </DialogLink>
                  ) : null}
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
    </Section>
  );
}
