import { Args, Context, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { inTransaction } from '../platform/database/data-source.ts';
import type { GraphqlContext } from '../platform/graphql/graphql-options.ts';
import { page } from '../platform/graphql/page.ts';
import { addressKey } from '../platform/limits/request-limit.ts';
import { Office } from '../platform/office.ts';
import { changePassword } from './change-password.ts';
import { CurrentOfficer, PerhapsOfficer, SESSION_COOKIE } from './current-officer.ts';
import { findJurisdictions, findOrganisations, findSessions } from './identity.queries.ts';
import {
  JurisdictionType,
  OfficerType,
  OrganisationType,
  SessionType,
  SignedInType,
} from './identity.types.ts';
import type { Officer } from './officer.ts';
import { endSessions, IDLE_MS, officerOf } from './sessions.ts';
import { signIn } from './sign-in.ts';

@Resolver()
export class IdentityResolver {
  constructor(private readonly office: Office) {}

  @Query(() => OfficerType, { nullable: true, description: 'Who is signed in; null for the public.' })
  me(@PerhapsOfficer() officer: Officer | null): Officer | null {
    return officer;
  }

  @Query(() => [SessionType], { description: 'Where I am signed in.' })
  async mySessions(@CurrentOfficer() officer: Officer): Promise<SessionType[]> {
    const now = this.office.clock.now();
    const sessions = await findSessions(
      this.office.dataSource,
      officer.personId,
      now,
      new Date(now.getTime() - IDLE_MS),
    );
    return sessions.map((session) => ({ ...session, current: session.id === officer.sessionId }));
  }

  @Query(() => [JurisdictionType], { description: 'Jurisdictions, the city first.' })
  jurisdictions(
    @Args('first', { type: () => Int, defaultValue: 200, description: 'At most 500.' }) first: number,
  ): Promise<JurisdictionType[]> {
    return findJurisdictions(this.office.dataSource, page(first, 500));
  }

  @Query(() => [OrganisationType], { description: 'Organisations by name; for officers.' })
  organisations(
    @CurrentOfficer() _officer: Officer,
    @Args('jurisdictionCode', { type: () => String, nullable: true, description: 'Only this jurisdiction.' })
    jurisdictionCode: string | null,
    @Args('text', { type: () => String, nullable: true, description: 'A part of the name.' })
    text: string | null,
    @Args('withDisabled', { defaultValue: false, description: 'Also those that work no more.' })
    withDisabled: boolean,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'At most 200.' }) first: number,
  ): Promise<OrganisationType[]> {
    const filter = {
      jurisdictionCode: jurisdictionCode ?? null,
      kind: null,
      text: text ?? null,
      withDisabled: withDisabled ?? false,
    };
    return findOrganisations(this.office.dataSource, filter, page(first, 200));
  }

  @Mutation(() => SignedInType, { description: 'Opens a session; browsers receive it as a cookie too.' })
  async signIn(
    @Args('username', { description: 'In any case of letters.' }) username: string,
    @Args('password', { description: 'Never logged.' }) password: string,
    @Context() { request, reply }: GraphqlContext,
  ): Promise<SignedInType> {
    const device = request.headers['user-agent'] ?? null;
    const { token, expiresAt } = await signIn(this.office, {
      username,
      password,
      device,
      network: addressKey(request.ip),
    });
    const officer = await officerOf(this.office, token);
    if (!officer) throw new Error('the session just opened is not there');
    void reply.setCookie(SESSION_COOKIE, token, {
      path: '/',
      httpOnly: true,
      sameSite: 'strict',
      secure: this.office.config.behindProxy,
      expires: expiresAt,
    });
    return { token, expiresAt, officer: { ...officer, appointments: officer.appointments.map(copied) } };
  }

  @Mutation(() => Boolean, { description: 'Ends this session.' })
  async signOut(@CurrentOfficer() officer: Officer, @Context() { reply }: GraphqlContext): Promise<boolean> {
    await endSessions(this.office.dataSource.manager, officer.personId, this.office.clock.now(), {
      sessionId: officer.sessionId,
    });
    void reply.clearCookie(SESSION_COOKIE, { path: '/' });
    return true;
  }

  @Mutation(() => Int, { description: 'Ends every session of mine; answers how many.' })
  async signOutEverywhere(
    @CurrentOfficer() officer: Officer,
    @Context() { reply }: GraphqlContext,
  ): Promise<number> {
    void reply.clearCookie(SESSION_COOKIE, { path: '/' });
    return endSessions(this.office.dataSource.manager, officer.personId, this.office.clock.now());
  }

  @Mutation(() => Boolean, { description: 'Ends one of my sessions; false when it had ended.' })
  async endSession(
    @CurrentOfficer() officer: Officer,
    @Args('id', { type: () => ID, description: 'The session.' }) id: string,
  ): Promise<boolean> {
    const now = this.office.clock.now();
    return inTransaction(
      this.office.dataSource,
      async (tx) => (await endSessions(tx, officer.personId, now, { sessionId: id })) > 0,
    );
  }

  @Mutation(() => Boolean, { description: 'Changes my password and ends my other sessions.' })
  async changePassword(
    @CurrentOfficer() officer: Officer,
    @Args('current', { description: 'The password so far.' }) current: string,
    @Args('next', { description: 'The new one.' }) next: string,
  ): Promise<boolean> {
    await changePassword(this.office, officer, { current, next });
    return true;
  }
}

function copied(appointment: Officer['appointments'][number]) {
  return { ...appointment, jurisdictions: [...appointment.jurisdictions] };
}
