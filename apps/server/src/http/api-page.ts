import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

/** The page that documents the API, at `/api`, and the same as data at `/api/openapi.json`. */
export function serveApiPage(app: NestFastifyApplication): void {
  const about = new DocumentBuilder()
    .setTitle('Bellwether')
    .setDescription(
      'Send what happens in sales, read the boards, and ask where a number comes from. ' +
        'Errors are problem details (RFC 9457): `code` is stable, `detail` says what to do.',
    )
    .setVersion('1')
    .addBearerAuth()
    .build();
  SwaggerModule.setup('api', app, () => SwaggerModule.createDocument(app, about), {
    jsonDocumentUrl: 'api/openapi.json',
    customSiteTitle: 'Bellwether API',
  });
}
