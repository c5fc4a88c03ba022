'use client';

import { useState } from 'react';
import type { RevealOnceProps } from '@/components/forms/reveal-once';
import type { CreatedHandOver } from '@/lib/features/hand-overs/schema';
import { HandedOver } from './handed-over';
import { OfferHandOver } from './offer-hand-over';
import type { HandOverSubject } from './send-sealed';

export type RevealToHandOverProps = Omit<RevealOnceProps, 'beside'> & { subject: HandOverSubject };

export type Handed = CreatedHandOver & { recipient: string; copied: boolean };

/** A secret that is shown exactly once and can be handed over: its link then takes its place on the screen. */
export function RevealToHandOver(props: RevealToHandOverProps) {
  const [handed, setHanded] = useState<Handed | null>(null);
  if (handed) return <HandedOver handed={handed} subject={props.subject} onDone={props.onDone} />;
  return <OfferHandOver {...props} onHanded={setHanded} />;
}
