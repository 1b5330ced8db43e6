import type { Role } from '#regulation/enumerations';
import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ORGANISATION_KINDS, type OrganisationKind } from './organisation.entity.ts';
import { RoleEnum } from '../platform/graphql/enums.ts';

const OrganisationKindEnum = Object.fromEntries(ORGANISATION_KINDS.map((kind) => [kind, kind]));
registerEnumType(OrganisationKindEnum, { name: 'OrganisationKind', description: 'What an organisation is.' });

@ObjectType('Jurisdiction', { description: 'A city, county, committee zone or imported division.' })
export class JurisdictionType {
  @Field(() => ID, { description: 'GB/T 2260 code, or SMX-SFQ / SMX-KFQ for the two committees.' })
  code!: string;
  @Field({ description: 'Chinese name.' }) name!: string;
  @Field({ description: 'English name.' }) nameEn!: string;
  @Field({ description: 'CITY, COUNTY, COMMITTEE or DIVISION.' }) level!: string;
}

@ObjectType('Organisation', { description: 'A government, department, committee or unit.' })
export class OrganisationType {
  @Field(() => ID) id!: string;
  @Field({ description: 'Name in Chinese.' }) name!: string;
  @Field(() => OrganisationKindEnum) kind!: OrganisationKind;
  @Field() jurisdictionCode!: string;
  @Field(() => Date, {
    nullable: true,
    description: 'Since when nobody works for it any more; null while it works.',
  })
  disabledAt!: Date | null;
}

@ObjectType('Appointment', { description: 'Authority: a role, for an organisation, in jurisdictions.' })
export class AppointmentType {
  @Field(() => RoleEnum) role!: Role;
  @Field(() => ID) organisationId!: string;
  @Field(() => [String], { description: 'Jurisdiction codes; city-wide roles reach all of them.' })
  jurisdictions!: string[];
}

@ObjectType('Officer', { description: 'The person who is signed in.' })
export class OfficerType {
  @Field(() => ID) personId!: string;
  @Field() username!: string;
  @Field() displayName!: string;
  @Field(() => [AppointmentType]) appointments!: AppointmentType[];
}

@ObjectType('SignedIn')
export class SignedInType {
  @Field({ description: 'Send as Authorization: Bearer <token>; browsers hold it as a cookie.' })
  token!: string;
  @Field({ description: 'When the session ends at the latest.' }) expiresAt!: Date;
  @Field(() => OfficerType) officer!: OfficerType;
}

@ObjectType('Session', { description: 'One place where the officer is signed in.' })
export class SessionType {
  @Field(() => ID) id!: string;
  @Field() createdAt!: Date;
  @Field() lastSeenAt!: Date;
  @Field() expiresAt!: Date;
  @Field(() => String, { nullable: true, description: 'What the browser called itself.' }) device!:
    string | null;
  @Field({ description: 'Whether this is the session that asks.' }) current!: boolean;
}

@ObjectType('PersonAccount', { description: 'An account as the administrator sees it.' })
export class PersonAccountType {
  @Field(() => ID) id!: string;
  @Field() username!: string;
  @Field() displayName!: string;
  @Field(() => Date, { nullable: true }) disabledAt!: Date | null;
  @Field(() => [AppointmentType]) appointments!: AppointmentType[];
}

@InputType()
export class AppointmentInput {
  @Field(() => RoleEnum) role!: Role;
  @Field(() => ID) organisationId!: string;
  @Field(() => [String]) jurisdictions!: string[];
}

@InputType()
export class CreatePersonInput {
  @Field() username!: string;
  @Field() displayName!: string;
  @Field() password!: string;
  @Field(() => [AppointmentInput]) appointments!: AppointmentInput[];
}

@InputType()
export class CreateOrganisationInput {
  @Field() name!: string;
  @Field(() => OrganisationKindEnum) kind!: OrganisationKind;
  @Field() jurisdictionCode!: string;
}
