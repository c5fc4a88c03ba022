import type { Tone } from '@/components/ui/tone';
import type { TracedGroup } from '@/lib/features/group-trace/schema';
import { formatList } from '@/lib/format';

/** Where something can be mended in this console. */
export type Mend = 'state' | 'tracking' | 'mapping' | 'users' | 'members';

/** One thing that has to hold before a group brings a role, and how it stands. */
export type GroupStep = {
  subject: string;
  tone: Tone;
  state: string;
  /** What Scalekit tells, with its numbers. */
  evidence: string;
  /** Who must act; absent where nobody must. */
  who?: string;
  mend?: Mend;
};

/** Who must act. */
export const provider = 'The customer’s IT administrator, at the identity provider.';
export const you = 'You, here.';
/** What nobody can see from here. */
export const nesting =
  'Identity providers push the direct members of a group, not those of groups inside it, and Scalekit does not tell what lies inside what.';

/** For the middle of a sentence. */
export const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** Whether a group brings a role. */
export function mappedStep({ roleNames }: TracedGroup): GroupStep {
  const subject = 'Mapped';
  return roleNames.length > 0
    ? {
        subject,
        tone: 'success',
        state: `Brings ${formatList(roleNames)}`,
        evidence: 'By the directory’s mapping.',
      }
    : {
        subject,
        tone: 'danger',
        state: 'Not mapped to a role',
        evidence: 'It brings no role: its members get the organization’s default role, as everybody does.',
        who: you,
        mend: 'mapping',
      };
}
