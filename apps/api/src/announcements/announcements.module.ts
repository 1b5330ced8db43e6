import { Module } from '@nestjs/common';
import { AnnouncementsController } from './announcements.controller.ts';
import { AnnouncementsResolver } from './announcements.resolver.ts';

@Module({ controllers: [AnnouncementsController], providers: [AnnouncementsResolver] })
export class AnnouncementsModule {}
