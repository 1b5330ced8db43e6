import { computed, watch, type ComputedRef, type Ref } from 'vue';
import { newId } from '../api/new-id.ts';
import { perform, useAct, type Act, type Outcome } from '../api/perform.ts';
import { useAsked } from '../api/use-asked.ts';
import {
  CANCEL_PROPOSAL,
  EVENT_WITH_PROPOSAL,
  MOST_PROPOSED,
  PROPOSAL,
  PROPOSE,
  RECORD_EVENT,
  type EventFacts,
  type Proposal,
} from './activation.documents.ts';
import { eventInput, type DecisionDraft } from './decision-draft.ts';

export interface Proposing {
  event: ComputedRef<EventFacts | null>;
  /** The decision there is already for this event and jurisdiction. */
  decidedId: ComputedRef<string | null>;
  proposal: ComputedRef<Proposal | null>;
  loading: ComputedRef<boolean>;
  draw: Act<[jurisdictionCodes: readonly string[]]>;
  /** Drops the proposal; the event stays on record. */
  cancel: Act<[]>;
  /** Another event: what was typed stays, its keys do not. */
  startAnew: () => void;
}

/** Records the event once, draws the proposal for it, and follows both. */
export function useProposal(draft: Ref<DecisionDraft>): Proposing {
  const eventOf = useAsked(EVENT_WITH_PROPOSAL, () => {
    const { eventId, jurisdictionCode } = draft.value;
    return eventId && jurisdictionCode ? { eventId, jurisdictionCode } : null;
  });
  const drawn = useAsked(PROPOSAL, () =>
    draft.value.activationId ? { id: draft.value.activationId, first: MOST_PROPOSED } : null,
  );
  const activations = computed(() =>
    draft.value.eventId ? (eventOf.data.value?.activations.nodes ?? []) : [],
  );
  const proposed = computed(() => activations.value.find(({ stage }) => stage === 'PROPOSED')?.id ?? null);

  watch(proposed, (id) => {
    if (id && !draft.value.activationId) draft.value.activationId = id;
  });
  const proposal = computed(() => {
    const found = drawn.data.value?.activation ?? null;
    return found && found.id === draft.value.activationId ? found : null;
  });

  async function drawAll(jurisdictionCodes: readonly string[]): Promise<Outcome<unknown>> {
    const { value } = draft;
    if (!value.eventId) {
      const recorded = await perform(RECORD_EVENT, { input: eventInput(value, jurisdictionCodes) });
      if (recorded.problem) return recorded;
      value.eventId = recorded.data.recordEvent.id;
    }
    const made = await perform(PROPOSE, {
      eventId: value.eventId,
      jurisdictionCode: value.jurisdictionCode,
    });
    if (made.data) {
      value.activationId = made.data.proposeActivation.id;
      void eventOf.again();
      void drawn.again();
    }
    return made;
  }

  return {
    event: computed(() => (draft.value.eventId ? (eventOf.data.value?.hazardEvent ?? null) : null)),
    decidedId: computed(
      () => activations.value.find(({ stage }) => stage !== 'PROPOSED' && stage !== 'CANCELLED')?.id ?? null,
    ),
    proposal,
    loading: computed(() => eventOf.loading.value || drawn.loading.value),
    draw: useAct(drawAll),
    cancel: useAct(async () => {
      const outcome = await perform(CANCEL_PROPOSAL, { id: draft.value.activationId ?? '' });
      if (outcome.data) startAnew();
      return outcome;
    }),
    startAnew,
  };

  function startAnew(): void {
    Object.assign(draft.value, {
      eventId: null,
      activationId: null,
      eventKey: newId(),
      decisionKey: newId(),
      chosen: {},
    });
  }
}
