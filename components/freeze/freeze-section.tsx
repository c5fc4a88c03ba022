import { DialogLink } from '@/components/ui/dialog-link';
import { Section } from '@/components/ui/section';
import { Status } from '@/components/ui/status';

type Props = { frozen: boolean; mayStart: boolean; mayEnd: boolean };

/** Whether the environment is frozen, and the way to freeze it or to end that. */
export function FreezeSection({ frozen, mayStart, mayEnd }: Props) {
  return (
    <Section
      title="State"
      action={
        <div className="flex flex-wrap gap-2">
          {mayStart ? (
            <DialogLink dialog="freeze" variant={frozen ? 'secondary' : 'danger'} size="small">
              {frozen ? 'Freeze anew' : 'Freeze'}
            </DialogLink>
          ) : null}
          {frozen && mayEnd ? (
            <DialogLink dialog="end-freeze" variant="primary" size="small">
              End freeze
            </DialogLink>
          ) : null}
        </div>
      }
    >
      {/* Who, until when and why stands above every page, above this one too. */}
      {frozen ? <Status tone="warning">Frozen</Status> : <Status tone="success">Not frozen</Status>}
    </Section>
  );
}
