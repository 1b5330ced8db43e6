import { Args, Field, ID, InputType, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { CurrentOfficer } from '../identity/current-officer.ts';
import type { Officer } from '../identity/officer.ts';
import { Office } from '../platform/office.ts';
import { dropView, keepView } from './keep-view.ts';
import { SavedView } from './saved-view.entity.ts';

@ObjectType('SavedView', { description: 'Filters of the registry that you named for yourself.' })
class SavedViewType {
  @Field(() => ID, { description: 'Its key.' }) id!: string;
  @Field({ description: 'What you call it.' }) name!: string;
  @Field({ description: 'The filters, as the address of the page writes them.' }) query!: string;
}

@InputType({ description: 'Filters of the registry under a name.' })
class SavedViewInput {
  @Field(() => ID, { description: 'A UUID of your own making; one that is there already is named anew.' })
  id!: string;
  @Field({ description: 'At most 40 characters, not the name of another view of yours.' }) name!: string;
  @Field({ description: 'The filters, as the address of the page writes them; at most 1,000 characters.' })
  query!: string;
}

@Resolver(() => SavedViewType)
export class SavedViewResolver {
  constructor(private readonly office: Office) {}

  @Query(() => [SavedViewType], { description: 'Your own views of the registry, by name; at most 20.' })
  savedViews(@CurrentOfficer() { personId }: Officer): Promise<SavedView[]> {
    return this.office.dataSource
      .getRepository(SavedView)
      .find({ where: { personId }, order: { name: 'ASC', id: 'ASC' }, take: 20 });
  }

  @Mutation(() => [SavedViewType], { description: 'Names filters for yourself; answers all your views.' })
  async keepView(
    @CurrentOfficer() officer: Officer,
    @Args('input', { description: 'The view.' }) input: SavedViewInput,
  ): Promise<SavedView[]> {
    await keepView(this.office, officer, input);
    return this.savedViews(officer);
  }

  @Mutation(() => [SavedViewType], { description: 'Forgets a view of yours; answers those left.' })
  async dropView(
    @CurrentOfficer() officer: Officer,
    @Args('id', { type: () => ID, description: 'The view.' }) id: string,
  ): Promise<SavedView[]> {
    await dropView(this.office, officer, id);
    return this.savedViews(officer);
  }
}
