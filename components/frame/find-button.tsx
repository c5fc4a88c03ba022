import { Search } from 'lucide-react';
import { DialogLink } from '@/components/ui/dialog-link';

/** Opens the palette; so do `/` and Ctrl/Cmd+K. */
export function FindButton() {
  return (
    <search className="min-w-0 max-w-80 flex-1">
      <DialogLink
        dialog="find"
        aria-label="Find anything"
        aria-keyshortcuts="/ Control+K Meta+K"
        className="flex h-8 w-full items-center gap-2 rounded border border-line-strong bg-canvas px-2.5 text-table text-quiet transition-colors duration-120 hover:border-text hover:text-text"
      >
        <Search aria-hidden="true" size={14} className="shrink-0" />
        <span className="truncate">Find anything</span>
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
