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
  @Field(() => ID, { description: 'Names the organisation.' }) id!: string;
  @Field({ description: 'Name in Chinese.' }) name!: string;
  @Field(() => OrganisationKindEnum, { description: 'What it is.' }) kind!: OrganisationKind;
  @Field({ description: 'Where it belongs.' }) jurisdictionCode!: string;
  @Field(() => Date, {
    nullable: true,
    description: 'Since when nobody works for it any more; null while it works.',
  })
  disabledAt!: Date | null;
}

@ObjectType('Appointment', { description: 'Authority: a role, for an organisation, in jurisdictions.' })
export class AppointmentType {
  @Field(() => RoleEnum, { description: 'The office.' }) role!: Role;
  @Field(() => ID, { description: 'For whom it is held.' }) organisationId!: string;
  @Field(() => [String], { description: 'Jurisdiction codes; city-wide roles reach all of them.' })
  jurisdictions!: string[];
}

@ObjectType('Officer', { description: 'The person who is signed in.' })
export class OfficerType {
  @Field(() => ID, { description: 'Names the person.' }) personId!: string;
  @Field({ description: 'What the person signs in with.' }) username!: string;
  @Field({ description: 'Name for people.' }) displayName!: string;
  @Field(() => [AppointmentType], { description: 'What the person has authority for.' })
  appointments!: AppointmentType[];
}

@ObjectType('SignedIn', { description: 'A session just opened.' })
export class SignedInType {
  @Field({ description: 'Send as Authorization: Bearer <token>; browsers hold it as a cookie.' })
  token!: string;
  @Field({ description: 'When the session ends at the latest.' }) expiresAt!: Date;
  @Field(() => OfficerType, { description: 'Who is signed in now.' }) officer!: OfficerType;
}

@ObjectType('Session', { description: 'One place where the officer is signed in.' })
export class SessionType {
  @Field(() => ID, { description: 'Names the session, to end it.' }) id!: string;
  @Field({ description: 'When it was opened.' }) createdAt!: Date;
  @Field({ description: 'When it was last used.' }) lastSeenAt!: Date;
  @Field({ description: 'When it ends at the latest.' }) expiresAt!: Date;
  @Field(() => String, { nullable: true, description: 'What the browser called itself.' }) device!:
    string | null;
  @Field({ description: 'Whether this is the session that asks.' }) current!: boolean;
}

@ObjectType('PersonAccount', { description: 'An account as the administrator sees it.' })
export class PersonAccountType {
  @Field(() => ID, { description: 'Names the person.' }) id!: string;
  @Field({ description: 'What the person signs in with.' }) username!: string;
  @Field({ description: 'Name for people.' }) displayName!: string;
  @Field(() => Date, {
    nullable: true,
    description: 'Since when the person cannot sign in; null while that is possible.',
  })
  disabledAt!: Date | null;
  @Field(() => [AppointmentType], {
    description: 'Every office the person was given, also in disabled organisations.',
  })
  appointments!: AppointmentType[];
}

@InputType({ description: 'An office to be given.' })
export class AppointmentInput {
  @Field(() => RoleEnum, { description: 'The office.' }) role!: Role;
  @Field(() => ID, { description: 'For whom it is held.' }) organisationId!: string;
  @Field(() => [String], { description: 'Jurisdiction codes; city-wide roles reach all of them.' })
  jurisdictions!: string[];
}

@InputType({ description: 'A new account.' })
export class CreatePersonInput {
  @Field({ description: '2 to 40 small letters, digits, dots, underscores or hyphens.' }) username!: string;
  @Field({ description: 'Name for people, at most 60 characters.' }) displayName!: string;
  @Field({ description: 'The first one; the person should change it.' }) password!: string;
  @Field(() => [AppointmentInput], { description: 'At most 50.' }) appointments!: AppointmentInput[];
}

@InputType({ description: 'A new organisation.' })
export class CreateOrganisationInput {
  @Field({ description: 'In Chinese, at most 100 characters.' }) name!: string;
  @Field(() => OrganisationKindEnum, { description: 'What it is.' }) kind!: OrganisationKind;
  @Field({ description: 'Where it belongs.' }) jurisdictionCode!: string;
}
