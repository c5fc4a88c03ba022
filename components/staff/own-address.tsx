'use client';

import { TextField } from '@/components/forms/text-field';
import { Notice } from '@/components/ui/notice';
import type { StaffDetail } from '@/lib/features/staff/schema';

/** In the forms that can take something from whoever fills them in: it is said, and confirmed by one's own address. */
export function OwnAddress({ person }: { person: StaffDetail }) {
  if (!person.isYou) return null;
  return (
    <>
      <Notice tone="warning" title="This is about yourself">
        You may lose this very page with it. Only another administrator can give it back.
      </Notice>
      <TextField
        name="confirmOwn"
        label="Type your own e-mail address"
        help={
          <>
            As it stands here: <strong className="wrap-anywhere text-text">{person.email}</strong>
          </>
        }
        spellCheck={false}
      />
    </>
  );
}
