import type {
  FacilityState,
  FacilityType,
  MaintenanceGround,
  MaintenanceParty,
  MaintenanceStage,
} from '#regulation/enumerations';
import { MAINTENANCE_GROUNDS, MAINTENANCE_PARTIES, MAINTENANCE_STAGES } from '#regulation/enumerations';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { OrganisationType } from '../identity/identity.types.ts';
import { connectionOf } from '../platform/graphql/connection.ts';
import { FacilityStateEnum, FacilityTypeEnum, registered } from '../platform/graphql/enums.ts';
import { AvailableActType } from '../platform/graphql/refusal.types.ts';
import { ShelterType } from '../registry/shelter.types.ts';

const MaintenanceStageEnum = registered(
  'MaintenanceStage',
  MAINTENANCE_STAGES,
  'Where an arrangement on maintenance (Art. 17) stands.',
);
const MaintenancePartyEnum = registered(
  'MaintenanceParty',
  MAINTENANCE_PARTIES,
  'Who maintains: one of the two, or a third.',
);
const MaintenanceGroundEnum = registered(
  'MaintenanceGround',
  MAINTENANCE_GROUNDS,
  'On what ground somebody maintains a facility. UNKNOWN: nobody told.',
);

@ObjectType('MaintenanceArrangement', {
  description: 'Art. 17: an agreement, a disagreement or what was determined.',
})
export class MaintenanceArrangementType {
  @Field(() => ID, { description: 'Its key.' }) id!: string;
  @Field(() => FacilityTypeEnum, { description: 'About which facility.' }) facilityType!: FacilityType;
  @Field(() => MaintenanceStageEnum, { description: 'Where it stands.' }) stage!: MaintenanceStage;
  @Field({ description: 'Jurisdiction of the shelter when it was recorded.' }) jurisdictionCode!: string;
  @Field({ description: 'Whose the facility is.' }) ownerName!: string;
  @Field(() => MaintenancePartyEnum, { nullable: true, description: 'Who maintains; null = not agreed.' })
  party!: MaintenanceParty | null;
  @Field(() => String, { nullable: true, description: 'By name, as it was then.' })
  maintainerName!: string | null;
  @Field({ description: 'Day of the agreement, or of the disagreement; civil date.' }) saidOn!: string;
  @Field(() => String, { nullable: true, description: 'Of a disagreement: what the unit asks for.' })
  unitPosition!: string | null;
  @Field(() => String, { nullable: true, description: 'Of a disagreement: what the owner asks for.' })
  ownerPosition!: string | null;
  @Field(() => ID, { nullable: true, description: 'The agreement, or a paper of the talks.' })
  documentFileId!: string | null;
  @Field(() => ID, { nullable: true, description: 'Signed by the unit, where staff keyed it.' })
  signedPaperFileId!: string | null;
  @Field({ description: 'When it was entered.' }) recordedAt!: Date;
  @Field(() => String, { nullable: true, description: 'Who entered it.' }) recordedByName!: string | null;
  @Field(() => OrganisationType, { description: 'For which body it was entered.' })
  organisation!: OrganisationType;
  @Field(() => String, {
    nullable: true,
    description: 'When it was determined, civil date; null = it was not.',
  })
  determinedOn!: string | null;
  @Field(() => String, { nullable: true, description: 'Number of the determination.' })
  decisionNumber!: string | null;
  @Field(() => String, { nullable: true, description: 'Why it was determined so.' })
  determinationReason!: string | null;
  @Field(() => ID, { nullable: true, description: 'The paper of the determination.' })
  determinationFileId!: string | null;
  @Field(() => OrganisationType, { nullable: true, description: 'Which body determined it.' })
  determinedByOrganisation!: OrganisationType | null;
  @Field(() => Date, { nullable: true, description: 'When it ended; null = it stands.' })
  endedAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'Why it ended; null = a newer one took its place.' })
  endedReason!: string | null;
  @Field(() => ShelterType, { description: 'Where the facility is.' }) shelter!: ShelterType;
  @Field(() => [AvailableActType], { description: 'What you may do with it now.' })
  availableActs!: AvailableActType[];
}

export const MaintenanceArrangementConnection = connectionOf(
  'MaintenanceArrangementConnection',
  () => MaintenanceArrangementType,
);

@ObjectType('FacilityMaintenance', {
  description: 'A facility of a shelter, and who maintains it day to day.',
})
export class FacilityMaintenanceType {
  @Field(() => FacilityTypeEnum, { description: 'Which facility.' }) facilityType!: FacilityType;
  @Field({ description: 'It is in the file; else only its past is left.' }) isFiled!: boolean;
  @Field(() => Int, { nullable: true, description: 'As filed; null = not known.' }) quantity!: number | null;
  @Field(() => FacilityStateEnum, { description: 'As filed.' }) state!: FacilityState;
  @Field(() => MaintenanceGroundEnum, { description: 'On what ground somebody maintains it.' })
  ground!: MaintenanceGround;
  @Field(() => String, { nullable: true, description: 'Who maintains it; null = not known.' })
  maintainerName!: string | null;
  @Field(() => MaintenanceArrangementType, { nullable: true, description: 'What is in force.' })
  inForce!: MaintenanceArrangementType | null;
  @Field(() => MaintenanceArrangementType, { nullable: true, description: 'The disagreement that waits.' })
  waiting!: MaintenanceArrangementType | null;
  @Field(() => [MaintenanceArrangementType], { description: 'What has ended, newest first, at most 20.' })
  past!: MaintenanceArrangementType[];
  @Field(() => [AvailableActType], { description: 'What you may record of it now.' })
  availableActs!: AvailableActType[];
}

@InputType({ description: 'What any arrangement tells.' })
class ArrangementInput {
  @Field(() => ID, { description: 'A UUID of your own making: sent again, it names the same record.' })
  id!: string;
  @Field(() => ID, { description: 'The shelter.' }) shelterId!: string;
  @Field(() => FacilityTypeEnum, { description: 'A facility on file.' }) facilityType!: FacilityType;
  @Field({ description: 'Whose the facility is, at most 100 characters.' }) ownerName!: string;
  @Field(() => ID, { nullable: true, description: 'The agreement, or a paper of the talks.' })
  documentFileId!: string | null;
  @Field(() => ID, { nullable: true, description: 'Signed by the unit, where staff key it.' })
  signedPaperFileId!: string | null;
}

@InputType({ description: 'What the unit and the owner agreed.' })
export class MaintenanceAgreementInput extends ArrangementInput {
  @Field({ description: 'Day of the agreement, YYYY-MM-DD.' }) agreedOn!: string;
  @Field(() => MaintenancePartyEnum, { description: 'Who maintains.' }) party!: MaintenanceParty;
  @Field({ defaultValue: '', description: 'Its name, when it is neither of the two.' })
  maintainerName!: string;
}

@InputType({ description: 'That the unit and the owner could not agree.' })
export class MaintenanceDisagreementInput extends ArrangementInput {
  @Field({ description: 'The day they failed to agree, YYYY-MM-DD.' }) disagreedOn!: string;
  @Field({ description: 'What the unit asks for, at most 2,000 characters.' }) unitPosition!: string;
  @Field({ description: 'What the owner asks for, at most 2,000 characters.' }) ownerPosition!: string;
}

@InputType({ description: 'Who shall maintain, after a disagreement.' })
export class MaintenanceDeterminationInput {
  @Field(() => ID, { description: 'The shelter.' }) shelterId!: string;
  @Field(() => FacilityTypeEnum, { description: 'The facility the two disagree about.' })
  facilityType!: FacilityType;
  @Field(() => MaintenancePartyEnum, { description: 'Who maintains.' }) party!: MaintenanceParty;
  @Field({ defaultValue: '', description: 'Its name, when it is neither of the two.' })
  maintainerName!: string;
  @Field({ description: 'Day of the determination, YYYY-MM-DD.' }) determinedOn!: string;
  @Field({ description: 'Number of the determination, at most 60 characters.' }) decisionNumber!: string;
  @Field({ description: 'Why, at most 2,000 characters.' }) reason!: string;
  @Field(() => ID, { nullable: true, description: 'The paper.' }) documentFileId!: string | null;
}
