import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SignIn } from '../platform/http/access.js';
import { AttemptsService } from './attempts.service.js';
import { LinksService } from './links.service.js';
import { PeopleController } from './people.controller.js';
import { PeopleService } from './people.service.js';
import { Person } from './person.entity.js';
import { SessionController } from './session.controller.js';
import { Session } from './session.entity.js';
import { SetupService } from './setup.service.js';
import { SignInService } from './sign-in.service.js';
import { Token } from './token.entity.js';
import { TokensService } from './tokens.service.js';
import { ViewsController } from './views.controller.js';
import { ViewsService } from './views.service.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Person, Session, Token])],
  controllers: [SessionController, PeopleController, ViewsController],
  providers: [
    AttemptsService,
    LinksService,
    PeopleService,
    SetupService,
    SignInService,
    TokensService,
    ViewsService,
    { provide: SignIn, useExisting: SignInService },
  ],
  exports: [AttemptsService, SignIn, PeopleService, SetupService],
})
export class PeopleModule {}
