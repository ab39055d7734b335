using System.ComponentModel.DataAnnotations;
using CrmVoip.Domain;
using CrmVoip.Features.Vendas.Edicoes;
using CrmVoip.Web;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace CrmVoip.Features.Vendas.Contatos;

/// <summary>Edited in place: saved as each field is left.</summary>
public sealed class ContatoForm
{
    [FromRoute]
    public Guid? Id { get; set; }

    [Display(Name = "Nome")]
    public string? Nome { get; set; }

    [Display(Name = "Empresa")]
    public string? Empresa { get; set; }

    [Display(Name = "E-mail")]
    public string? Email { get; set; }

    public uint Versao { get; set; }

    /// <summary>The form on screen tells of a mistake: once it is mended, the whole form is drawn again.</summary>
    public bool Recusado { get; set; }

    /// <summary>What each field that was changed said before, by its name; empty without a script.</summary>
    public Dictionary<string, string?> Antes { get; set; } = [];

    public static ContatoForm De(Contato contato)
    {
        var form = new ContatoForm { Versao = contato.Versao };
        form.Mostrar(CamposDoContato.De(contato));
        return form;
    }

    /// <summary>As if opened now: what is stored becomes what the changed fields said before.</summary>
    public void AbrirSobre(Contato contato)
    {
        var campos = CamposDoContato.De(contato);
        Versao = contato.Versao;
        Antes = Antes.Keys.Intersect(CamposDoContato.Todos).ToDictionary(campo => campo, campo => (string?)campos.Texto(campo));
    }

    public void Mostrar(CamposDoContato campos) => (Nome, Empresa, Email) = (campos.Nome, campos.Empresa, campos.Email);

    /// <summary>Of a valid form.</summary>
    public Edicao<CamposDoContato> Edicao() => new(Versao, CamposDoContato.Digitados(Nome, Empresa, Email), CamposDoContato.Todos) { Antes = Antes };
}

public sealed class ContatoFormValidator : AbstractValidator<ContatoForm>
{
    public ContatoFormValidator()
    {
        RuleFor(f => f.Nome).NotEmpty().WithMessage("Informe o nome.").Ate(Contato.NomeMaximo);
        RuleFor(f => f.Empresa).Ate(Contato.EmpresaMaximo);
        RuleFor(f => f.Email).EmailSeHouver();
    }
}
