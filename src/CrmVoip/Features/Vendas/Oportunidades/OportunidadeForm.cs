using System.ComponentModel.DataAnnotations;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Features.Vendas.Contatos;
using CrmVoip.Web;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Oportunidades;

/// <summary>Create and edit. Without ContatoId, the three fields of a new contact count.</summary>
public sealed class OportunidadeForm
{
    private static readonly string[] _editados = [nameof(Titulo), nameof(Valor), nameof(ContatoId), nameof(ResponsavelId)];

    [FromRoute]
    public Guid? Id { get; set; }

    [Display(Name = "Título")]
    public string? Titulo { get; set; }

    [Display(Name = "Valor (R$)")]
    public string? Valor { get; set; }

    [Display(Name = "Contato")]
    public Guid? ContatoId { get; set; }

    [Display(Name = "Nome do contato")]
    public string? ContatoNome { get; set; }

    [Display(Name = "Empresa")]
    public string? ContatoEmpresa { get; set; }

    [Display(Name = "Telefone")]
    public string? ContatoTelefone { get; set; }

    /// <summary>Chosen among those that have the typed number already; counts before what the fields say.</summary>
    public Guid? UsarContatoId { get; set; }

    /// <summary>A new contact, though one has the number.</summary>
    public bool MesmoAssim { get; set; }

    [Display(Name = "Responsável")]
    public Guid? ResponsavelId { get; set; }

    [Display(Name = "Etapa")]
    public Guid? EtapaId { get; set; }

    public uint Versao { get; set; }

    /// <summary>
    /// What the fields said when the form was opened; empty while the opportunity does not exist. What was not changed since is
    /// taken from what is stored: two people may edit one opportunity.
    /// </summary>
    public Dictionary<string, string?> Antes { get; set; } = [];

    public Guid? ContatoEscolhido => UsarContatoId ?? ContatoId;

    public NovoContato NovoContato => new(ContatoNome ?? "", ContatoEmpresa, ContatoTelefone);

    public static OportunidadeForm De(Oportunidade oportunidade)
    {
        var form = new OportunidadeForm();
        form.Mostrar(CamposDaOportunidade.De(oportunidade));
        form.AbrirSobre(oportunidade);
        return form;
    }

    /// <summary>As if opened now: what is stored becomes what was there before.</summary>
    public void AbrirSobre(Oportunidade oportunidade)
    {
        var campos = CamposDaOportunidade.De(oportunidade);
        Versao = oportunidade.Versao;
        Antes = _editados.ToDictionary(campo => campo, campo => (string?)campos.Texto(campo));
    }

    public void Mostrar(CamposDaOportunidade campos)
    {
        Titulo = campos.Titulo;
        Valor = campos.Texto(nameof(Valor));
        ContatoId = campos.ContatoId;
        ResponsavelId = campos.ResponsavelId;
    }

    /// <summary>Of a valid form.</summary>
    public EdicaoDaOportunidade Edicao() => new(
        Versao,
        new CamposDaOportunidade { Titulo = Titulo!.Trim(), Valor = Dinheiro.Ler(Valor) ?? 0, ContatoId = ContatoEscolhido, ResponsavelId = ResponsavelId },
        _editados)
    {
        Antes = Antes,
        Contato = NovoContato,
    };
}

public sealed class OportunidadeFormValidator : AbstractValidator<OportunidadeForm>
{
    public OportunidadeFormValidator(CrmDbContext db)
    {
        RuleFor(f => f.Titulo).Titulo();
        RuleFor(f => f.Valor).Valor();
        RuleFor(f => f.ResponsavelId).Responsavel(db, f => f.Id);
        RuleFor(f => f.EtapaId)
            .MustAsync((id, ct) => db.Etapas.AnyAsync(e => e.Id == id && e.ArquivadaEm == null, ct)).WithMessage("Esta etapa não existe mais. Escolha outra.")
            .When(f => f.EtapaId is not null);
        When(f => f.ContatoEscolhido is not null, () => RuleFor(f => f.ContatoEscolhido)
            .MustAsync((id, ct) => db.Contatos.AnyAsync(c => c.Id == id, ct)).WithMessage("Contato não encontrado.")
            .OverridePropertyName(f => f.ContatoId))
            .Otherwise(RegrasDoContatoNovo);
    }

    private void RegrasDoContatoNovo()
    {
        RuleFor(f => f.ContatoNome)
            .NotEmpty().WithMessage("Informe o nome ou escolha um contato.")
            .Ate(Contato.NomeMaximo);
        RuleFor(f => f.ContatoEmpresa)
            .Ate(Contato.EmpresaMaximo);
        RuleFor(f => f.ContatoTelefone).TelefoneSeHouver();
    }
}
