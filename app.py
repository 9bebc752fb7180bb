"""Where the server starts."""

from config import from_environment
from qcdc_feedback import create_app

app = create_app(from_environment())
