import { buttonStyle } from '@/components/ui/button-style';
import { CopyButton } from '@/components/ui/copy-button';
import { Section } from '@/components/ui/section';

type Props = {
  /** Null while a field is wrong. */
  url: string | null;
  what: string;
  openLabel: string;
};

/** The address that the fields make, as it grows. */
export function BuiltUrl({ url, what, openLabel }: Props) {
  return (
    <Section title="The address">
      {url === null ? (
        <p className="text-quiet">It appears when every field is right.</p>
      ) : (
        <>
          <output className="block rounded border border-line bg-sunken p-3 font-mono text-xs wrap-anywhere">
            {url}
          </output>
          <div className="mt-3 flex flex-wrap gap-2">
            <CopyButton labelled text={url} what={what} />
            <a
              href={url}
              target="_blank"
              rel="noopener noreferrer"
              className={buttonStyle('secondary', 'medium')}
            >
              {openLabel}
            </a>
          </div>
        </>
      )}
    </Section>
  );
}
