"""Stands in until the real form is here."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def calculate(request: HttpRequest) -> HttpResponse:
    return render(request, "base.html")
