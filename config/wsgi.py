# SPDX-License-Identifier: EUPL-1.2
"""The application as gunicorn runs it; refuses a database that it doesn't know."""

import os
import sys

from django.core.wsgi import get_wsgi_application
from django.db import OperationalError, connection

from vangnet.kern.databank.schema import eis_bekend_schema
from vangnet.kern.fouten import OmgevingFout
from vangnet.toegang.startcontrole import eis_smalle_rechten

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = get_wsgi_application()
try:
    eis_bekend_schema()
    eis_smalle_rechten()
except OmgevingFout as fout:
    sys.exit(str(fout))
except OperationalError:
    pass  # away for a moment: the pages say so until it is back, and /gereed looks at the schema
finally:
    # A connection can't be shared with the workers that are forked from here.
    connection.close()
