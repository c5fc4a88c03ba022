import { Circle, CircleAlert, CircleCheck, CircleX, Info } from 'lucide-react';
import { classNames } from './class-names';
import { type Tone, toneText } from './tone';

const icons = {
  neutral: Circle,
  info: Info,
  success: CircleCheck,
  warning: CircleAlert,
  danger: CircleX,
};

/** A state as icon and word, so that it survives without colour. */
export function Status({ tone, children }: { tone: Tone; children: string }) {
  const Icon = icons[tone];
  return (
    <span className="inline-flex items-center gap-1.5 align-top whitespace-nowrap">
      <Icon aria-hidden="true" size={14} className={classNames('shrink-0', toneText[tone])} />
      {children}
    </span>
  );
}
