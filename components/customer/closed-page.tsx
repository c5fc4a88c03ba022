/** Why the page shows nothing. */
export type ClosedReason = 'none' | 'off' | 'signed_out';

const words: Record<ClosedReason, { title: string; text: string }> = {
  none: {
    title: 'Open the link from your e-mail',
    text: 'This page opens after the code that we mail to you, and closes again after two hours. Open the link that you were sent once more.',
  },
  off: {
    title: 'This page is switched off',
    text: 'Nothing can be seen or changed here now. Ask the person who sent you the link.',
  },
  signed_out: {
    title: 'You are signed out',
    text: 'This browser shows nothing of your organization any more. To come back, open the link from your e-mail.',
  },
};

/** Words, and nothing of any organization. */
export function ClosedPage({ reason }: { reason: ClosedReason }) {
  const { title, text } = words[reason];
  return (
    <main className="mx-auto flex min-h-dvh max-w-120 flex-col justify-center gap-3 px-5 py-12">
      <h1 className="text-xl">{title}</h1>
      <p className="text-quiet">{text}</p>
    </main>
  );
}
