import { Controller, Get, Header } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Needs } from '../access/needs.js';
import { RESOURCE_TYPES, SCHEMAS, SERVICE_PROVIDER } from './about-scim.js';
import { SCIM_JSON } from './scim-json.js';

/** What an identity provider may ask of us, told by ourselves. */
@ApiTags('SCIM')
@ApiBearerAuth()
@Needs('people.provision')
@Controller('scim/v2')
export class ScimAboutController {
  @ApiOperation({ summary: 'What of SCIM is understood' })
  @Header(...SCIM_JSON)
  @Get('ServiceProviderConfig')
  provider(): object {
    return SERVICE_PROVIDER;
  }

  @ApiOperation({ summary: 'What is kept: users' })
  @Header(...SCIM_JSON)
  @Get('ResourceTypes')
  types(): object {
    return RESOURCE_TYPES;
  }

  @ApiOperation({ summary: 'What is kept of a user' })
  @Header(...SCIM_JSON)
  @Get('Schemas')
  schemas(): object {
    return SCHEMAS;
  }
}
