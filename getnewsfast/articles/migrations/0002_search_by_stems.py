import django.contrib.postgres.indexes
import django.contrib.postgres.search
from django.db import migrations, models

from getnewsfast.articles.queries import list_stems


def fill_stems(apps, schema_editor):
    """Give what is published already the stems of its comparison key."""
    articles = apps.get_model("articles", "Article").objects.exclude(search_key="")
    for article in articles.only("pk", "search_key").iterator(chunk_size=200):
        articles.filter(pk=article.pk).update(search_stems=list_stems(article.search_key))


class Migration(migrations.Migration):

    dependencies = [("articles", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="article",
            name="search_stems",
            field=models.TextField(blank=True, default="", editable=False),
            preserve_default=False,
        ),
        migrations.AddIndex(
            model_name="article",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.search.SearchVector("search_stems", config="simple"),
                name="article_stems",
            ),
        ),
        migrations.RunPython(fill_stems, migrations.RunPython.noop),
    ]
