import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Section } from '@/components/ui/section';
import { customerPaths } from '@/lib/customer-paths';
import type { OwnLink } from '@/lib/features/portal-links/schema';
import { formatQuantity } from '@/lib/format';

/** How the last press of the button failed. */
export type PortalProblem = { code: string; reference?: string };

const problems: Record<string, string> = {
  conflict: 'The link is used up. Ask the person who sent it to you for a new one.',
  not_found: 'The link no longer works. Ask the person who sent it to you for a new one.',
  forbidden: 'The request came from another site, so nothing was opened.',
  frozen: 'Changes are paused for the moment. Nothing was opened; try again later.',
  rate_limited: 'That was a lot for one hour. Wait a while.',
  unknown: 'The sign-in service did not answer in time, so it is unknown whether the portal was prepared.',
};

type Props = { link: OwnLink; problem: PortalProblem | null };

/** The way to Scalekit's own portal, where the connection and the directory are set up. */
export function PortalSection({ link, problem }: Props) {
  return (
    <Section
      title="Setup portal"
      description="There you connect your identity provider and your directory. It opens in this tab; come back here by the link from your e-mail, or by this page’s address while it is open."
    >
      {problem ? (
        <div className="mb-4">
          <Notice live tone="danger" title="The portal could not be opened" requestId={problem.reference}>
            {problems[problem.code] ?? 'The sign-in service could not prepare it. Try again in a minute.'}
          </Notice>
        </div>
      ) : null}
      {link.opensLeft > 0 ? (
        <form
          method="post"
          action={customerPaths.portal}
          className="flex flex-wrap items-center gap-x-4 gap-y-2"
        >
          <Button type="submit" variant="primary">
            Open the setup portal
          </Button>
          <p className="text-table text-quiet">
            Your link can open it {formatQuantity(link.opensLeft, 'more time', 'more times')}.
          </p>
        </form>
      ) : (
        <p className="text-quiet">
          Your link has opened it as many times as it allows. Ask the person who sent it for a new one.
        </p>
      )}
    </Section>
  );
}
