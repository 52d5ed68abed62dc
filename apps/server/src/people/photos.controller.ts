import { KeepProfiles } from '@bellwether/application';
import { RowIdText } from '@bellwether/contracts';
import type { PersonId, Photo } from '@bellwether/domain';
import { PHOTO_BYTES, PHOTO_PIXELS, readPhoto } from '@bellwether/domain';
import { PostgresProfiles } from '@bellwether/persistence';
import { Controller, Delete, Get, HttpCode, Inject, Param, Put, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import {
  ApiBearerAuth,
  ApiBody,
  ApiConsumes,
  ApiOperation,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { actorOf } from '../access/actor-of.js';
import { CurrentCaller, Needs, Open } from '../access/needs.js';
import type { Caller } from '../access/grants.js';
import { PublicError } from '../http/public-error.js';
import { refuseUnchanged } from './refuse-unchanged.js';

const PhotoName = z.string().regex(/^[\w-]{20,64}$/, 'is no name of a photo');
const YEAR_SECONDS = 31_536_000;

/** What people look like. */
@ApiTags('People')
@Controller()
export class PhotosController {
  constructor(
    @Inject(KeepProfiles) private readonly keepProfiles: KeepProfiles,
    @Inject(PostgresProfiles) private readonly profiles: PostgresProfiles,
  ) {}

  @ApiOperation({
    summary: 'Sets the photo of somebody: JPEG, PNG or WebP; what the camera told is left out',
  })
  @ApiBearerAuth()
  @ApiConsumes('image/jpeg', 'image/png', 'image/webp')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiResponse({ status: 204 })
  @Needs('people.lead')
  @RouteConfig({ picture: true })
  @HttpCode(204)
  @Put('api/v1/people/:id/photo')
  async set(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: RowIdText }) id: number,
    @Req() { body }: FastifyRequest,
  ): Promise<void> {
    const photo = photoIn(body);
    const personId = id as PersonId;
    const by = actorOf(caller);
    refuseUnchanged(
      await this.keepProfiles.setPhoto(caller.organisationId, personId, photo, by),
      id,
    );
  }

  @ApiOperation({ summary: 'Takes the photo of somebody away' })
  @ApiBearerAuth()
  @ApiResponse({ status: 204 })
  @Needs('people.lead')
  @HttpCode(204)
  @Delete('api/v1/people/:id/photo')
  async remove(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: RowIdText }) id: number,
  ): Promise<void> {
    const personId = id as PersonId;
    const by = actorOf(caller);
    refuseUnchanged(
      await this.keepProfiles.setPhoto(caller.organisationId, personId, null, by),
      id,
    );
  }

  @ApiOperation({ summary: 'A photo by its name, which changes with the picture' })
  @Open()
  @Get('photos/:name')
  async show(
    @Param('name', { schema: PhotoName }) name: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const photo = await this.profiles.photoNamed(name);
    if (!photo) throw new PublicError('not-found', 'There is no such photo');
    await reply
      .type(photo.type)
      .header('cache-control', `private, max-age=${YEAR_SECONDS}, immutable`)
      .send(photo.bytes);
  }
}

function photoIn(body: unknown): Photo {
  const photo = body instanceof Uint8Array ? readPhoto(body) : 'no-photo';
  if (photo === 'no-photo') {
    throw new PublicError('unsupported-type', 'Send the picture itself, as JPEG, PNG or WebP');
  }
  if (photo === 'too-large') {
    throw new PublicError(
      'too-large',
      `Photos may have ${PHOTO_PIXELS} pixels a side and ${PHOTO_BYTES / 1024} kB; make it smaller`,
    );
  }
  return photo;
}
