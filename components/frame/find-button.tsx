import { Search } from 'lucide-react';
import { classNames } from '@/components/ui/class-names';
import { DialogLink } from '@/components/ui/dialog-link';

/** Opens the palette; so do `/` and Ctrl/Cmd+K. */
export function FindButton({ label = 'Find anything' }: { label?: string }) {
  return (
    <search
      aria-label={label}
      className={classNames('min-w-0 flex-1', label === 'Find anything' && 'max-w-80')}
    >
      <DialogLink
        dialog="find"
        aria-label={label}
        aria-keyshortcuts="/ Control+K Meta+K"
        className="flex h-8 w-full items-center gap-2 rounded border border-line-strong bg-canvas px-2.5 text-table text-quiet transition-colors duration-120 hover:border-text hover:text-text"
      >
        <Search aria-hidden="true" size={14} className="shrink-0" />
        <span className="truncate">{label}</span>
        <span
          aria-hidden="true"
          className="ml-auto grid size-5 place-items-center rounded-sm border border-line font-mono text-xs max-md:hidden"
        >
          /
        </span>
      </DialogLink>
    </search>
  );
}
