import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  EditPerson,
  GivePostTo,
  Id,
  Invitation,
  NewPerson,
  PeopleQuery,
  Person,
  PersonInvited,
  PersonPageList,
  PersonVersionQuery,
} from '@phancong/contracts';

import { Endpoint } from '../../platform/http/endpoint.js';
import { SignedIn, type Caller } from '../people/request-actor.js';
import { PeopleService } from './people.service.js';

const changeErrors = ['VALIDATION_FAILED', 'NOT_FOUND', 'NOT_ALLOWED', 'STALE_VERSION', 'CSRF_REJECTED'] as const;

@ApiTags('people')
@Controller('people')
export class PeopleController {
  constructor(private readonly people: PeopleService) {}

  @Get()
  @Endpoint({ summary: 'People and the posts they hold', answer: PersonPageList, errors: ['NOT_ALLOWED'] })
  list(@SignedIn() caller: Caller, @Query({ schema: PeopleQuery }) query: PeopleQuery): Promise<PersonPageList> {
    return this.people.list(caller, query);
  }

  @Post()
  @HttpCode(201)
  @Endpoint({
    summary: 'Add a person with a first post; the answer holds the one-time link',
    answer: PersonInvited,
    status: 201,
    errors: ['VALIDATION_FAILED', 'NOT_ALLOWED', 'USERNAME_TAKEN', 'CSRF_REJECTED'],
  })
  add(@SignedIn() caller: Caller, @Body({ schema: NewPerson }) body: NewPerson): Promise<PersonInvited> {
    return this.people.add(caller, body);
  }

  @Get(':id')
  @Endpoint({ summary: 'A person', answer: Person, errors: ['NOT_FOUND', 'NOT_ALLOWED'] })
  show(@SignedIn() caller: Caller, @Param('id', { schema: Id }) id: string): Promise<Person> {
    return this.people.show(caller, id);
  }

  @Patch(':id')
  @Endpoint({ summary: 'Correct a name, or close an account', answer: Person, errors: changeErrors })
  edit(
    @SignedIn() caller: Caller,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: EditPerson }) body: EditPerson,
  ): Promise<Person> {
    return this.people.edit(caller, id, body);
  }

  @Post(':id/posts')
  @HttpCode(201)
  @Endpoint({ summary: 'Give a person a post in a unit', answer: Person, status: 201, errors: changeErrors })
  givePost(
    @SignedIn() caller: Caller,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: GivePostTo }) { expectedVersion, post }: GivePostTo,
  ): Promise<Person> {
    return this.people.givePost(caller, id, post, expectedVersion);
  }

  @Delete(':id/posts/:holdingId')
  @Endpoint({ summary: 'End a post of a person; yesterday was its last day', answer: Person, errors: changeErrors })
  endPost(
    @SignedIn() caller: Caller,
    @Param('id', { schema: Id }) id: string,
    @Param('holdingId', { schema: Id }) holdingId: string,
    @Query({ schema: PersonVersionQuery }) { expectedVersion }: PersonVersionQuery,
  ): Promise<Person> {
    return this.people.endPost(caller, id, holdingId, expectedVersion);
  }

  @Delete(':id/second-factor')
  @Endpoint({
    summary: 'Take away the second factor of somebody who lost the device; the person is signed out everywhere',
    answer: Person,
    errors: [...changeErrors, 'SECOND_FACTOR_STATE'],
  })
  resetSecondFactor(
    @SignedIn() caller: Caller,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: PersonVersionQuery }) { expectedVersion }: PersonVersionQuery,
  ): Promise<Person> {
    return this.people.resetSecondFactor(caller, id, expectedVersion);
  }

  @Post(':id/invitation')
  @HttpCode(201)
  @Endpoint({
    summary: 'A new one-time link with which the person chooses a password',
    answer: Invitation,
    status: 201,
    errors: ['NOT_FOUND', 'NOT_ALLOWED', 'CSRF_REJECTED'],
  })
  invite(@SignedIn() caller: Caller, @Param('id', { schema: Id }) id: string): Promise<Invitation> {
    return this.people.invite(caller, id);
  }
}
