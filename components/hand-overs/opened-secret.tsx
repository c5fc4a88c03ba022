import { SecretFrame } from '@/components/forms/secret-frame';
import { useSecretGuard } from '@/components/forms/use-secret-guard';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { HandOverKind } from '@/lib/features/hand-overs/schema';
import { PublicFrame } from './public-frame';
import { kindTitle, kindWords } from './words';

type Props = { value: string; kind: HandOverKind; label: string; onDone: () => void };

/** The secret in the recipient's browser, the only place where it is in clear. */
export function OpenedSecret({ value, kind, label, onDone }: Props) {
  useSecretGuard(onDone);
  const what = kindWords[kind];
  return (
    <PublicFrame focusTitle title={kindTitle(kind)}>
      {label ? <p>{label}</p> : null}
      <Notice tone="warning" title={`This ${what} is shown only now.`}>
        The link is used up, and the {what} is kept nowhere else. Store it before you leave this page.
      </Notice>
      <SecretFrame what={what} secret={value} />
      <div>
        <Button onClick={onDone}>I have stored it</Button>
      </div>
    </PublicFrame>
  );
}
