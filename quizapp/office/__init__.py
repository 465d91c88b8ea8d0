"""The office: administrators keep people, helplines and the trail."""
