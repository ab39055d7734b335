using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CrmVoip.UnitTests.Web;

/// <summary>Where a form that is shown again says why.</summary>
public sealed class RecusaTests
{
    private static readonly Recusa _doCampo = Recusa.DoCampo("Senha", "A senha não confere.");
    private static readonly Recusa _semCampo = Recusa.SemCampo("Tente de novo em instantes.");

    private readonly ModelStateDictionary _form = new();

    [Fact]
    public void Refusal_of_a_field_is_told_at_that_field()
    {
        Assert.True(_form.Recusou(_doCampo));
        Assert.Equal([("Senha", "A senha não confere.")], Ditas);
    }

    [Fact]
    public void Refusal_of_no_field_is_told_above_them()
    {
        Assert.True(_form.Recusou(_semCampo));
        Assert.Equal([("", "Tente de novo em instantes.")], Ditas);
    }

    [Fact]
    public void Refusal_of_several_fields_is_told_at_each()
    {
        Assert.True(_form.Recusou(new Varias([_doCampo, Recusa.DoCampo("Email", "Este e-mail não pode ser usado.")])));
        Assert.Equal([("Email", "Este e-mail não pode ser usado."), ("Senha", "A senha não confere.")], Ditas.Order());
    }

    [Fact]
    public void Form_with_one_field_takes_it_all_there()
    {
        Assert.True(_form.Recusou(Recusa.DoCampo("Email", "Já existe."), campo: "Senha"));
        Assert.Equal([("Senha", "Já existe.")], Ditas);
    }

    [Fact]
    public void What_was_not_refused_leaves_the_form_valid()
    {
        Assert.False(_form.Recusou(null));
        Assert.True(_form.IsValid);
    }

    [Fact]
    public void Page_with_another_place_for_it_takes_only_what_is_of_a_field()
    {
        var pagina = new Pagina();
        Assert.False(pagina.RecusouCampo(_semCampo));
        Assert.True(pagina.ModelState.IsValid);
        Assert.True(pagina.RecusouCampo(_doCampo));
        Assert.True(pagina.ModelState.ContainsKey("Senha"));
    }

    private IEnumerable<(string Campo, string Mensagem)> Ditas => _form.SelectMany(c => c.Value!.Errors.Select(e => (c.Key, e.ErrorMessage)));

    private sealed record Varias(IReadOnlyList<Recusa> Campos) : Recusa(422, "varias", "Não deu.")
    {
        public override IReadOnlyList<Recusa> Cada() => Campos;
    }

    private sealed class Pagina : ControllerBase;
}
