import { CopyButton } from '@/components/ui/copy-button';

type Props = { text: string /** What it is: "input schema". */; what: string };

/** JSON or another text as it stands, in a region of its own that scrolls, with a copy button. */
export function TextBlock({ text, what }: Props) {
  return (
    <div className="relative">
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
        tabIndex={0}
        aria-label={what}
        className="max-h-96 overflow-x-auto overflow-y-auto rounded border border-line bg-sunken"
      >
        <pre className="w-max min-w-full p-3 pr-10 font-mono text-xs">{text}</pre>
      </section>
      <CopyButton text={text} what={what} className="absolute top-1 right-1" />
    </div>
  );
}

export function JsonBlock({ json, what }: { json: unknown; what: string }) {
  return <TextBlock text={JSON.stringify(json, null, 2)} what={what} />;
}
