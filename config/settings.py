# SPDX-License-Identifier: EUPL-1.2
"""All settings of Vangnet, in one place. Secrets come from the key file or from `*_FILE`."""

import base64
import hashlib
import os
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from config import omgeving
from vangnet.gebruikers.regels import Aanbieder
from vangnet.kern.databank.lanceren import HUISDATABANK
from vangnet.kern.databank.plek import POORT as DATABANKPOORT
from vangnet.kern.databank.plek import heeft_databank
from vangnet.kern.databank.rollen import Rolnamen
from vangnet.kern.databank.sleutelbestand import lees_of_maak
from vangnet.kern.fouten import OmgevingFout
from vangnet.kern.post import Postadres

BASE_DIR = Path(__file__).resolve().parent.parent

DEBUG = False
VANGNET_DATA = Path(
    omgeving.tekst(
        "VANGNET_DATA",
        "Map van de ingebouwde databank en van het sleutelbestand.",
        standaard=str(BASE_DIR / ".vangnet"),
    )
).absolute()
ROLLEN = Rolnamen(
    omgeving.tekst(
        "VANGNET_ROLLEN",
        "Begin van de namen van de databankrollen. Elk huis op één server kiest een eigen begin.",
        standaard="vangnet",
    )
)
SLEUTELBESTAND = Path(
    omgeving.tekst(
        "VANGNET_SLEUTELBESTAND",
        "Bestand met de sleutels. Bewaar het niet bij de databank of de back-up. "
        "Leeg: in VANGNET_DATA.",
    )
    or VANGNET_DATA / "sleutels.json"
)
SLEUTELS = lees_of_maak(SLEUTELBESTAND, mag_nieuw=not heeft_databank(VANGNET_DATA))
SECRET_KEY = base64.b64encode(SLEUTELS.nieuwste("sessie")[1]).decode()
SECRET_KEY_FALLBACKS = [
    base64.b64encode(sleutel).decode()
    for nummer, sleutel in sorted(SLEUTELS.sleutels["sessie"].items(), reverse=True)[1:]
]

omgeving.tekst(
    "VANGNET_PROGRAMMAS",
    "Map met de programma's van een andere PostgreSQL (15 of nieuwer). Leeg: de ingebouwde.",
)

# -- database ------------------------------------------------------------------------------------

DATABASE_URL = omgeving.tekst(
    "DATABASE_URL",
    "Adres van een PostgreSQL-server, met de rol van de toepassing. Leeg: de ingebouwde databank.",
    geheim=True,
)
DATABASE_URL_EIGENAAR = omgeving.tekst(
    "DATABASE_URL_EIGENAAR",
    "Hetzelfde adres met de rol van de eigenaar. Alleen nodig bij het bijwerken van de databank.",
    geheim=True,
)
DATABASE_URL_BACKUP = omgeving.tekst(
    "DATABASE_URL_BACKUP",
    "Hetzelfde adres met de rol van de back-up. Alleen nodig bij een back-up of herstel.",
    geheim=True,
)
DATABASE_URL_ZEGEL = omgeving.tekst(
    "DATABASE_URL_ZEGEL",
    "Hetzelfde adres met de rol die het journaal verzegelt. Nodig voor de werker.",
    geheim=True,
)
KOPPEN = Path(
    omgeving.tekst(
        "VANGNET_KOPPEN",
        "Bestand met de koppen van het journaal. Zet het op een andere machine of schijf. "
        "Leeg: in VANGNET_DATA.",
    )
    or VANGNET_DATA / "koppen.jsonl"
)


def _van_adres(adres: str) -> dict[str, Any]:
    delen = urlsplit(adres)
    if delen.scheme not in {"postgres", "postgresql"} or not delen.path.strip("/"):
        raise OmgevingFout(
            "DATABASE_URL moet lijken op postgresql://rol:wachtwoord@server:5432/databank."
        )
    return {
        "NAME": unquote(delen.path.strip("/")),
        "USER": unquote(delen.username or ""),
        "PASSWORD": unquote(delen.password or ""),
        "HOST": unquote(delen.hostname or ""),
        "PORT": str(delen.port or ""),
        # Such as sslmode and sslrootcert.
        "OPTIONS": dict(parse_qsl(delen.query)),
    }


_OPTIES: dict[str, dict[str, Any]] = {
    # Only both together refuse stacked SQL (docs/adr/0002).
    "app": {"server_side_binding": True, "prepare_threshold": 0},
    # Migrations hold several statements in one text, and must not wait for ever on a lock.
    "eigenaar": {"options": "-c lock_timeout=15s"},
    "backup": {},
    "zegel": {},
}
_ADRESSEN = {
    "app": ("DATABASE_URL", DATABASE_URL),
    "eigenaar": ("DATABASE_URL_EIGENAAR", DATABASE_URL_EIGENAAR),
    "backup": ("DATABASE_URL_BACKUP", DATABASE_URL_BACKUP),
    "zegel": ("DATABASE_URL_ZEGEL", DATABASE_URL_ZEGEL),
}


def databank_als(rol: str) -> dict[str, Any]:
    """Connection settings for `rol`: app (everything that runs), eigenaar, backup or zegel."""
    naam, adres = _ADRESSEN[rol]
    if DATABASE_URL and not adres:
        raise OmgevingFout(f"Zet ook {naam}: dat is het adres van de databank met de rol {rol}.")
    ingebouwd = {
        "NAME": os.environ.get("VANGNET_DATABANK", HUISDATABANK),
        "USER": getattr(ROLLEN, rol),
        "HOST": os.environ.get("VANGNET_SOCKET", ""),
        "PORT": str(DATABANKPOORT),
        "OPTIONS": {},
    }
    gekozen = _van_adres(adres) if adres else ingebouwd
    return gekozen | {
        "ENGINE": "django.db.backends.postgresql",
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": gekozen["OPTIONS"] | _OPTIES[rol],
    }


_ROL = "eigenaar" if os.environ.get("VANGNET_ALS_EIGENAAR") else "app"
DATABASES = {"default": databank_als(_ROL)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
STATEMENT_TIMEOUT_SECONDEN = omgeving.getal(
    "VANGNET_VRAAGTIJD",
    "Hoeveel seconden één vraag aan de databank in een pagina mag duren.",
    standaard=15,
)

# -- applications --------------------------------------------------------------------------------

KAMERS = [
    "kern",
    "toegang",
    "journaal",
    "taken",
    "inrichting",
    "organisaties",
    "gebruikers",
    "personen",
    "delen",
    "documenten",
    "casus",
    "beeld",
    "aanmelding",
    "plan",
    "overleg",
    "voortgang",
    "afsluiting",
    "advies",
    "registers",
    "signalen",
    "financien",
    "kerncijfers",
    "toezicht",
    "uitwisseling",
    "web",
]
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "django.forms",
    "pgtrigger",
    "pghistory",
    "procrastinate.contrib.django",
    *[f"vangnet.{kamer}" for kamer in KAMERS],
]
PGHISTORY_CONTEXT_FIELD = None
AUTH_USER_MODEL = "gebruikers.Gebruiker"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("naam", "email")},
    },
]
LOGIN_URL = "inloggen"
LOGIN_REDIRECT_URL = "begin"
MIDDLEWARE = [
    "vangnet.web.koppen.KoppenMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.common.CommonMiddleware",
    "vangnet.web.omvang.OmvangMiddleware",
    # Above the transaction: it talks to a server of somebody else.
    "vangnet.web.aanbieder.AanbiederMiddleware",
    "vangnet.web.transactie.TransactieMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "vangnet.web.transactie.VragerMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
FORM_RENDERER = "vangnet.web.formulieren.VangnetRenderer"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "src/vangnet/web/templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "vangnet.web.context.kader",
            ],
        },
    },
]

POORT = omgeving.getal(
    "VANGNET_POORT",
    "Poort van bin/start. Is hij bezet, dan neemt bin/start de eerste vrije poort daarna.",
    standaard=8000,
)

# -- language and time ---------------------------------------------------------------------------

LANGUAGE_CODE = "nl"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Amsterdam"
USE_THOUSAND_SEPARATOR = True

# -- web -----------------------------------------------------------------------------------------

ALLOWED_HOSTS = omgeving.lijst(
    "VANGNET_HOSTS",
    "Namen waaronder deze installatie bereikbaar is, met komma's ertussen.",
    standaard="localhost,127.0.0.1,[::1]",
)
ACHTER_TLS = omgeving.vlag("VANGNET_TLS", "Staat er een webserver met TLS (https) voor?")
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ACHTER_TLS else None
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = ACHTER_TLS
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if ACHTER_TLS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = ACHTER_TLS
# Two houses on one machine share the host name, and cookies don't look at the port.
_HUIS = hashlib.sha256(str(VANGNET_DATA).encode()).hexdigest()[:6]
SESSION_COOKIE_NAME = "__Host-vangnet" if ACHTER_TLS else f"vangnet-{_HUIS}"
CSRF_COOKIE_NAME = "__Host-formulier" if ACHTER_TLS else f"formulier-{_HUIS}"
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
# An hour more than a session lasts (gebruikers/sessies.py): who comes too late is known again, and
# what was typed is kept. The row of the session decides who is in.
SESSION_COOKIE_AGE = 11 * 60 * 60
SESSION_ENGINE = "vangnet.gebruikers.sessieopslag"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "vangnet.web.verlopen.formulier_verlopen"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
STATIC_URL = "statisch/"
STATIC_ROOT = VANGNET_DATA / "statisch"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_MANIFEST_STRICT = True
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
# An upload holds personal data: it lies in a private folder that the worker empties, not in /tmp.
FILE_UPLOAD_TEMP_DIR = str(VANGNET_DATA / "werk")
VANGNET_DATA.mkdir(mode=0o700, parents=True, exist_ok=True)
Path(FILE_UPLOAD_TEMP_DIR).mkdir(mode=0o700, exist_ok=True)
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.TemporaryFileUploadHandler"]

# -- the provider of a municipality ----------------------------------------------------------------

OIDC = Aanbieder(
    uitgever=omgeving.tekst(
        "VANGNET_OIDC_UITGEVER",
        "Adres (issuer) van de aanbieder waarmee een gemeente inlogt. Leeg: die weg is er niet.",
    ),
    client=omgeving.tekst("VANGNET_OIDC_CLIENT", "Naam (client_id) van Vangnet bij de aanbieder."),
    geheim=omgeving.tekst(
        "VANGNET_OIDC_GEHEIM", "Geheim (client_secret) van Vangnet bij de aanbieder.", geheim=True
    ),
    naam=omgeving.tekst(
        "VANGNET_OIDC_NAAM", "Wat er op de knop staat.", standaard="je werkaccount"
    ),
    methoden=frozenset(
        omgeving.lijst(
            "VANGNET_OIDC_TWEEDE_STAP",
            "Welke waarden van amr bij de aanbieder als tweede stap tellen, met komma's ertussen. "
            "Leeg: Vangnet vraagt altijd de eigen tweede stap.",
        )
    ),
)

# -- documents -------------------------------------------------------------------------------------

CLAMD = omgeving.tekst(
    "VANGNET_CLAMD",
    "Adres van de virusscanner (clamd): unix:/pad/naar/de/socket of server:poort. Leeg: geen "
    "scanner; dan kan niemand een document openen, behalve in een proefhuis.",
)

# -- mail ------------------------------------------------------------------------------------------

POST = Postadres(
    server=omgeving.tekst(
        "VANGNET_MAIL_SERVER", "Naam van de mailserver (SMTP). Leeg: Vangnet stuurt geen mail."
    ),
    poort=omgeving.getal("VANGNET_MAIL_POORT", "Poort van de mailserver.", standaard=587),
    beveiliging=omgeving.keuze(
        "VANGNET_MAIL_BEVEILIGING",
        "Hoe de verbinding met de mailserver is beveiligd: starttls, tls of geen.",
        uit=("starttls", "tls", "geen"),
    ),
    gebruiker=omgeving.tekst(
        "VANGNET_MAIL_GEBRUIKER", "Naam waarmee Vangnet bij de mailserver inlogt. Leeg: niet."
    ),
    wachtwoord=omgeving.tekst(
        "VANGNET_MAIL_WACHTWOORD", "Wachtwoord bij de mailserver.", geheim=True
    ),
    van=omgeving.tekst("VANGNET_MAIL_VAN", "Adres waarvan de mail komt."),
)
SAMENVATTING_UUR = omgeving.getal(
    "VANGNET_SAMENVATTING_UUR",
    "Vanaf welk uur 's ochtends de mail over het werk van vandaag gaat.",
    standaard=7,
)
ADRES = omgeving.tekst(
    "VANGNET_ADRES",
    "Adres waarop mensen Vangnet openen, met https. Het staat als link in een mail.",
)

# -- logging: one JSON line per event, ids and no values -----------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "vangnet.kern.logregels.JsonRegel"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["stderr"], "level": "INFO"},
    "loggers": {
        "django.db.backends": {"level": "WARNING"},
        "django.server": {"handlers": [], "propagate": False},
        "procrastinate": {"level": "WARNING"},
    },
}
