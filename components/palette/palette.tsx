'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { LiveQueries, useLiveQuery } from '@/components/live/live-query';
import { Dialog } from '@/components/ui/dialog';
import { Input } from '@/components/ui/input';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import type { PaletteHome } from '@/lib/features/palette/schema';
import { longestPaste, readAccessQuestion, readPaste } from '@/lib/paste';
import { IndexAge } from './index-age';
import { lineId, OptionList } from './option-list';
import { buildOptions, type Option } from './options';
import { PinButton } from './pin-button';
import { putAside, readAside } from './put-aside';
import { Said } from './said';
import { useAnswers } from './use-answers';

type Props = LazyDialogProps & { environment: string; environments: string[] };

/** Finds anything by anything: objects of all environments, pages, and what one did last. */
export default function Palette(props: Props) {
  return (
    <LiveQueries>
      <Dialog title="Find anything" width="wide" onClose={props.onClose}>
        <Body environment={props.environment} environments={props.environments} />
      </Dialog>
    </LiveQueries>
  );
}

function Body({ environment, environments }: Omit<Props, keyof LazyDialogProps>) {
  const router = useRouter();
  const cache = useQueryClient();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(() => readAside().text);
  const [active, setActive] = useState(0);
  // The text that was pasted, or that Enter was pressed on: Scalekit may be asked about it.
  const [whole, setWhole] = useState<string | null>(() =>
    readAside().how === 'typed' ? null : readAside().text,
  );
  // Enter came before the answer: the first line opens when it is there.
  const [waiting, setWaiting] = useState(() => readAside().how === 'entered');
  // The text that the person has said to be an external id.
  const [named, setNamed] = useState<string | null>(null);
  const as = named === text ? 'words' : undefined;
  const home = useLiveQuery<PaletteHome>('palette.home', environment, {}, { pollAfter: isWalking });
  // A person and a permission together are nobody's id.
  const isQuestion = readAccessQuestion(text) !== null;
  const answers = useAnswers({ environment, environments, text, as, mayAsk: whole === text && !isQuestion });
  const isNoKey = !as && whole === text && answers.isSettled && readPaste(text).form === 'secret';
  const options = buildOptions({ environment, text, home: home.data, hits: answers.hits, isNoKey });
  const chosen = options[Math.min(active, options.length - 1)];

  const isHomeOpen = !home.data && !home.error;
  // The environment at hand has it: nobody waits for the others then.
  const isHere = answers.hits.some((hit) => hit.isExact && hit.environment === environment);

  const open = ({ href, as: meant }: Option, inNewTab = false) => {
    if (meant) {
      setNamed(text);
      setWaiting(true);
    } else if (inNewTab) window.open(href, '_blank', 'noopener');
    else router.push(href);
  };
  useEffect(() => {
    // Keys that came while this was being drawn are in it too.
    const { text: late, how } = readAside();
    putAside();
    if (late !== '') setText(late);
    // The dialog selects what stands in its first field, and the next key would replace it.
    if (how === 'typed') queueMicrotask(() => field.current?.setSelectionRange(late.length, late.length));
    if (how === 'entered') {
      setWhole(late);
      setWaiting(true);
    }
  }, []);
  const type = (event: FormEvent<HTMLInputElement>) => {
    const { value } = event.currentTarget;
    setText(value);
    setActive(0);
    setWaiting(false);
    if ((event.nativeEvent as InputEvent).inputType === 'insertFromPaste') setWhole(value);
  };
  const press = (event: KeyboardEvent) => {
    const last = options.length - 1;
    const moves: Record<string, number> = {
      ArrowDown: active >= last ? 0 : active + 1,
      ArrowUp: active <= 0 ? last : active - 1,
      PageDown: Math.min(last, active + 8),
      PageUp: Math.max(0, active - 8),
    };
    const to = moves[event.key];
    if (to !== undefined && last >= 0) {
      event.preventDefault();
      setActive(to);
    }
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    // A key that is held down chooses nothing that nobody has read.
    if (event.repeat) return;
    if (chosen && (active > 0 || answers.isSettled || isHere))
      return open(chosen, event.ctrlKey || event.metaKey);
    setWhole(text);
    setWaiting(text.trim() !== '');
  };

  useEffect(() => {
    if (!waiting || whole !== text || !(answers.isSettled || isHere)) return;
    // What is asked may be a page, and they are not there yet.
    if (!chosen && isHomeOpen) return;
    setWaiting(false);
    if (chosen && !chosen.isOffer) router.push(chosen.href);
  }, [waiting, whole, text, answers.isSettled, isHere, chosen, isHomeOpen, router]);

  const pinned = new Set(home.data?.pinned.map(({ organizationId }) => organizationId));
  return (
    <>
      <div className="px-5 pt-3">
        <Input
          ref={field}
          role="combobox"
          aria-label="Find anything"
          aria-expanded="true"
          aria-controls={id}
          aria-autocomplete="list"
          aria-activedescendant={chosen ? lineId(id, options.indexOf(chosen)) : undefined}
          placeholder="A name, an id, an e-mail, a domain, an address, a whole key"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={longestPaste}
          value={text}
          onChange={type}
          onKeyDown={press}
        />
        <Said
          text={text}
          as={as}
          answers={answers}
          count={options.filter((one) => !one.isOffer).length}
          home={home.error}
          waits={whole === text}
        />
      </div>
      <OptionList id={id} options={options} active={active} onActive={setActive} onChoose={open} />
      <footer className="flex flex-wrap items-center justify-between gap-3 border-t border-line px-5 py-3">
        {home.data ? <IndexAge freshness={home.data.freshness} /> : <span />}
        {chosen?.pinnable ? (
          <PinButton
            key={chosen.pinnable.organizationId}
            environment={environment}
            {...chosen.pinnable}
            isPinned={pinned.has(chosen.pinnable.organizationId)}
            onChanged={() => void cache.invalidateQueries({ queryKey: ['palette.home'] })}
          />
        ) : null}
      </footer>
    </>
  );
}

const isWalking = (home: PaletteHome | undefined) => (home?.freshness.startedAt ? 3_000 : false);
