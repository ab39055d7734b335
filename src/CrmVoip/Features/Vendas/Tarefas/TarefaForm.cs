using System.ComponentModel.DataAnnotations;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Features.Vendas.Edicoes;
using CrmVoip.Web;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Tarefas;

/// <summary>Create and edit. Quando names a day by a button; a day that was typed counts before it.</summary>
public sealed class TarefaForm
{
    [FromRoute]
    public Guid? Id { get; set; }

    [Display(Name = "Tipo")]
    public TipoDeTarefa Tipo { get; set; } = TipoDeTarefa.Outra;

    [Display(Name = "O que fazer")]
    public string? Texto { get; set; }

    [Display(Name = "Quando")]
    public string? Quando { get; set; }

    /// <summary>"30/11/2026", as it is typed.</summary>
    [Display(Name = "Dia")]
    public string? Dia { get; set; }

    [Display(Name = "Hora")]
    public string? Hora { get; set; }

    [Display(Name = "Responsável")]
    public Guid? ResponsavelId { get; set; }

    public Guid? OportunidadeId { get; set; }

    public Guid? ContatoId { get; set; }

    /// <summary>It was opened from its deal or contact, and goes back there.</summary>
    public bool DoRegistro { get; set; }

    public uint Versao { get; set; }

    /// <summary>What the fields said when the form was opened; empty while the task does not exist.</summary>
    public Dictionary<string, string?> Antes { get; set; } = [];

    public static TarefaForm De(Tarefa tarefa)
    {
        var form = new TarefaForm { Id = tarefa.Id, OportunidadeId = tarefa.OportunidadeId, ContatoId = tarefa.ContatoId };
        form.Mostrar(CamposDaTarefa.De(tarefa));
        form.AbrirSobre(tarefa);
        return form;
    }

    /// <summary>As if opened now: what is stored becomes what was there before.</summary>
    public void AbrirSobre(Tarefa tarefa)
    {
        var campos = CamposDaTarefa.De(tarefa);
        Versao = tarefa.Versao;
        Antes = CamposDaTarefa.Todos.ToDictionary(campo => campo, campo => (string?)campos.Escrito(campo));
    }

    public void Mostrar(CamposDaTarefa campos)
    {
        (Tipo, Texto, ResponsavelId) = (campos.Tipo, campos.Texto, campos.ResponsavelId);
        (Dia, Hora) = (campos.Escrito(nameof(Dia)), campos.Escrito(nameof(Hora)));
    }

    /// <summary>Of a valid form.</summary>
    public CamposDaTarefa Campos(DateOnly hoje, Guid eu) => new()
    {
        Tipo = Tipo,
        Texto = Texto!.Trim(),
        Dia = DiaLocal.Ler(Dia) ?? PrazoRelativo.Dia(Quando, hoje),
        Hora = HoraDigitada.Ler(Hora),
        ResponsavelId = ResponsavelId ?? eu,
    };

    public Edicao<CamposDaTarefa> Edicao(DateOnly hoje, Guid eu) => new(Versao, Campos(hoje, eu), CamposDaTarefa.Todos) { Antes = Antes };
}

public sealed class TarefaFormValidator : AbstractValidator<TarefaForm>
{
    public TarefaFormValidator(CrmDbContext db)
    {
        RuleFor(f => f.Tipo).IsInEnum().WithMessage("Escolha o tipo.");
        RuleFor(f => f.Texto)
            .Must(t => !string.IsNullOrWhiteSpace(t)).WithMessage("Escreva o que fazer.")
            .Ate(Tarefa.TextoMaximo);
        RuleFor(f => f.Quando)
            .Must(q => string.IsNullOrEmpty(q) || PrazoRelativo.Dia(q, DateOnly.MinValue) is not null).WithMessage("Escolha um dos dias, ou digite a data.");
        RuleFor(f => f.Dia)
            .Must(d => string.IsNullOrWhiteSpace(d) || DiaLocal.Ler(d) is not null).WithMessage("Digite a data como 05/12/2026, ou escolha no calendário.");
        RuleFor(f => f.Hora)
            .Must(h => string.IsNullOrWhiteSpace(h) || HoraDigitada.Ler(h) is not null).WithMessage("Digite a hora como 15:30.")
            .Must((f, h) => string.IsNullOrWhiteSpace(h) || !string.IsNullOrWhiteSpace(f.Dia) || !string.IsNullOrEmpty(f.Quando)).WithMessage("Diga também o dia.");
        RuleFor(f => f.ResponsavelId)
            .MustAsync((form, id, ct) => db.Membros.AnyAsync(m => m.UsuarioId == id && (m.Ativo || db.Tarefas.Any(t => t.Id == form.Id && t.ResponsavelId == m.UsuarioId)), ct))
            .WithMessage("Escolha alguém da sua organização.")
            .When(f => f.ResponsavelId is not null);
        RuleFor(f => f.OportunidadeId)
            .MustAsync((id, ct) => db.Oportunidades.AnyAsync(o => o.Id == id, ct)).WithMessage("Oportunidade não encontrada.")
            .When(f => f.OportunidadeId is not null);
        RuleFor(f => f.ContatoId)
            .MustAsync((id, ct) => db.Contatos.AnyAsync(c => c.Id == id, ct)).WithMessage("Contato não encontrado.")
            .When(f => f.ContatoId is not null);
    }
}
