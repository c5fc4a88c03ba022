import { DialogLink } from '@/components/ui/dialog-link';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Notice } from '@/components/ui/notice';
import { Section } from '@/components/ui/section';
import type { Result } from '@/lib/errors';
import type {
  ApplicationSessionPolicy,
  EffectiveSessionPolicy,
  SessionPolicy as Policy,
} from '@/lib/features/organization-settings/schema';
import { EditSessionPolicyDialog } from './dialogs';
import { SessionPolicyTable } from './session-policy-table';

type Props = {
  environment: string;
  organizationId: string;
  /** The organization's own, with what follows from it and the application's. */
  policy: Result<Policy & { effective: EffectiveSessionPolicy }>;
  application: Result<ApplicationSessionPolicy>;
  /** Whether the organization may have limits of its own. */
  featureOn: boolean;
  mayChange: boolean;
  retryHref: string;
};

/** How long a customer's people stay signed in, and who decides it. */
export function SessionPolicy(props: Props) {
  const { policy, application, featureOn, mayChange, retryHref, ...about } = props;
  const edit = mayChange && policy.ok && (
    <DialogLink dialog="session-policy" variant="secondary" size="small">
      Edit session policy
    </DialogLink>
  );
  return (
    <Section
      title="Session policy"
      description="How long this customer’s people stay signed in."
      action={edit}
    >
      {policy.ok ? (
        <div className="flex flex-col gap-3">
          {application.ok ? null : <ApplicationUnknown error={application.error} />}
          {policy.data.source === 'custom' && !featureOn ? <FeatureOff /> : null}
          <div>
            <SessionPolicyTable
              policy={policy.data}
              application={application.ok ? application.data : null}
              effective={policy.data.effective}
            />
          </div>
        </div>
      ) : (
        <ErrorPanel
          title="The session policy could not be read."
          error={policy.error}
          retryHref={retryHref}
        />
      )}
      {mayChange && policy.ok ? (
        <EditSessionPolicyDialog
          {...about}
          policy={policy.data}
          application={application.ok ? application.data : null}
        />
      ) : null}
    </Section>
  );
}

/** The operation is a preview: an environment may refuse it, and then nothing is claimed. */
function ApplicationUnknown({ error }: { error: { message: string; requestId?: string } }) {
  return (
    <Notice tone="warning" title="The application’s own limits are not known" requestId={error.requestId}>
      {error.message} The operation is a preview, which an environment may refuse. The application’s limits
      stand in Scalekit’s dashboard.
    </Notice>
  );
}

function FeatureOff() {
  return (
    <Notice tone="warning" title="The feature “Session policy” is off">
      Scalekit wants it on before an organization has limits of its own. Whether these hold meanwhile is not
      documented.
    </Notice>
  );
}
