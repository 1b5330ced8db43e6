import type { Actor, Appointment } from './actor.ts';
import type { AnnouncementOccasion } from './enumerations.ts';

/**
 * What an act of one stage causes in another, as data. The act returns it, the application carries it out in the same
 * transaction, and no stage knows the other.
 */
export type Consequence =
  /** Art. 24: every newly opened shelter gets exactly its seven duties. */
  | {
      readonly kind: 'ASSIGN_DUTIES';
      readonly activationId: string;
      readonly activationShelterIds: readonly string[];
      readonly at: Date;
    }
  /** Art. 22: the decision is announced in the same act; so are its amendments and its end. */
  | {
      readonly kind: 'ANNOUNCE';
      readonly occasion: AnnouncementOccasion;
      readonly activationId: string;
      /** The shelters it is about. */
      readonly shelterIds: readonly string[];
      readonly by: string;
      readonly at: Date;
    }
  /** A shelter leaves its activation: what is still on duty there is stood down with it. */
  | { readonly kind: 'END_DUTIES'; readonly activationShelterIds: readonly string[]; readonly at: Date }
  /** Art. 26: a released shelter owes summary, repair and aftermath. */
  | {
      readonly kind: 'OPEN_CLOSING_TASKS';
      readonly activationShelterIds: readonly string[];
      readonly at: Date;
    }
  /** Art. 26: when nothing is owed any more, the file of an activation that has ended is closed. */
  | {
      readonly kind: 'CLOSE_FILE';
      readonly activationId: string;
      readonly by: Actor;
      /** By virtue of which appointment the last thing was done. */
      readonly under: Appointment;
      readonly at: Date;
    };

export type ConsequenceKind = Consequence['kind'];
