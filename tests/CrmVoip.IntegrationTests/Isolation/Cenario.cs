using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Importacoes;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Domain.Telefonia;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Isolation;

/// <summary>
/// A whole organization: at least one row in every table, and its mark in every text that a screen could show. Its person
/// is the administrador and owns everything, so that nothing but the walls keeps others out.
/// </summary>
public sealed class Cenario : IDisposable
{
    private Cenario(AplicacaoFixture app, SimuladorDeTeste simulador, OrganizacaoDeTeste organizacao) =>
        (App, Simulador, Organizacao) = (app, simulador, organizacao);

    public AplicacaoFixture App { get; }

    public SimuladorDeTeste Simulador { get; }

    public OrganizacaoDeTeste Organizacao { get; }

    /// <summary>Lower case letters and digits: a ramal, a host and a name may all carry it.</summary>
    public string Marca { get; } = "mz" + Guid.NewGuid().ToString("N")[..10];

    public PessoaDeTeste Pessoa { get; private set; } = null!;

    public ClienteDeTeste Cliente { get; private set; } = null!;

    public Oportunidade Oportunidade { get; private set; } = null!;

    public RamalVoip Ramal { get; private set; } = null!;

    public Convite Convite { get; private set; } = null!;

    /// <summary>An open task of the deal.</summary>
    public Tarefa Tarefa { get; private set; } = null!;

    public Guid ResultadoId { get; private set; }

    public Guid MotivoId { get; private set; }

    public Guid RegistroId { get; private set; }

    /// <summary>A note about the deal.</summary>
    public Guid NotaId { get; private set; }

    /// <summary>A call that ended, with a recording at the simulator.</summary>
    public Guid LigacaoId { get; private set; }

    public static async Task<Cenario> CriarAsync(AplicacaoFixture app, SimuladorDeTeste simulador)
    {
        var cenario = new Cenario(app, simulador, await app.CriarOrganizacaoAsync());
        await cenario.PreencherAsync();
        await Marcas.PlantarAsync(app.Banco, cenario.Organizacao.Id, cenario.Marca);
        cenario.Cliente = await cenario.Pessoa.EntrarAsync();
        return cenario;
    }

    public void Dispose() => Cliente.Dispose();

    /// <summary>An id of this organization that fits a field of that name.</summary>
    public Guid IdPara(string campo) => campo.Split('.')[^1].ToLowerInvariant() switch
    {
        "contatoid" or "usarcontatoid" or "depois" => Oportunidade.ContatoId,
        "notaid" => NotaId,
        "telefoneid" => Organizacao.ComDbAsync(db => db.TelefonesDoContato.Select(t => t.Id).FirstAsync()).GetAwaiter().GetResult(),
        "etapaid" or "etapavista" or "destino" => Oportunidade.EtapaId,
        "responsavelid" or "usuarioid" or "membroid" or "quem" or "responsavel" => Pessoa.Id,
        "oportunidadeid" or "ids" or "depoisde" or "antesde" => Oportunidade.Id,
        "resultadoid" or "resultadovisto" => ResultadoId,
        "motivoid" => MotivoId,
        "ligacaoid" or "id" => LigacaoId,
        "registroid" => RegistroId,
        "ramalid" => Ramal.Id,
        "conviteid" => Convite.Id,
        _ => throw new InvalidOperationException($"Cenario.IdPara does not know an id for the field {campo}: add it."),
    };

    /// <summary>Another member, with a role of one's choice.</summary>
    public async Task<Guid> OutraPessoaAsync(Papel papel = Papel.Vendedor) => (await Organizacao.PessoaAsync(papel)).Id;

    /// <summary>A further deal in the same stage.</summary>
    public async Task<object> OutraOportunidadeAsync(Action<Oportunidade>? mudar = null)
    {
        var ultima = await Organizacao.ComDbAsync(db => db.Oportunidades.MaxAsync(o => o.Posicao));
        var outra = new Oportunidade(Organizacao.Id, "Outra usina");
        outra.Editar(outra.Titulo, 1, Oportunidade.ContatoId, Pessoa.Id, DateTimeOffset.UtcNow);
        outra.MoverPara(Oportunidade.EtapaId, Posicao.Entre(ultima, null), DateTimeOffset.UtcNow);
        mudar?.Invoke(outra);
        await Organizacao.SalvarAsync(outra);
        return outra.Id;
    }

    public async Task<object> DeOutraPessoaAsync(Action<Oportunidade> mudar)
    {
        var dono = await OutraPessoaAsync();
        return await OutraOportunidadeAsync(o =>
        {
            o.PassarPara(dono, DateTimeOffset.UtcNow);
            mudar(o);
        });
    }

    /// <summary>A further stage of the pipeline, with a deal.</summary>
    public async Task<object> OutraEtapaAsync()
    {
        var funilId = await Organizacao.ComDbAsync(db => db.Etapas.Where(e => e.Id == Oportunidade.EtapaId).Select(e => e.FunilId).SingleAsync());
        var etapa = new Etapa(Organizacao.Id, funilId, $"Visita {Guid.NewGuid():N}", 9);
        await Organizacao.SalvarAsync(etapa);
        await OutraOportunidadeAsync(o => o.LevarPara(etapa.Id, "a", DateTimeOffset.UtcNow));
        return etapa.Id;
    }

    /// <summary>A further invitation, still open.</summary>
    public async Task<Guid> OutroConviteAsync()
    {
        var convite = NovoConvite($"{Guid.NewGuid():N}@teste.example");
        await Organizacao.SalvarAsync(convite);
        return convite.Id;
    }

    /// <summary>A further telephone of the deal's contact.</summary>
    public async Task<object> TelefoneAsync()
    {
        var numero = $"+551198{Random.Shared.Next(1_000_000, 9_999_999)}";
        return await Organizacao.ComDbAsync(async db =>
        {
            var contato = await db.Contatos.Include(c => c.Telefones).SingleAsync(c => c.Id == Oportunidade.ContatoId);
            var telefone = contato.Incluir(numero, numero);
            await db.SaveChangesAsync();
            return telefone.Id;
        });
    }

    /// <summary>A further task of the deal.</summary>
    public async Task<object> OutraTarefaAsync(Action<Tarefa>? mudar = null)
    {
        var tarefa = Tarefa.Da(Oportunidade, TipoDeTarefa.Email, "Mandar as fichas");
        mudar?.Invoke(tarefa);
        await Organizacao.SalvarAsync(tarefa);
        return tarefa.Id;
    }

    /// <summary>A call made outside, of no deal, with the number of the deal's contact.</summary>
    public async Task<object> LigacaoDeForaAsync()
    {
        var registro = new RegistroDoProvedor(Organizacao.Id);
        var leitura = Leitura(registro);
        registro.Projetar(RelatoDoProvedor.De([leitura]));
        var telefone = await Organizacao.ComDbAsync(db => db.Contatos.Where(c => c.Id == Oportunidade.ContatoId).Select(c => c.Telefone!).SingleAsync());
        var ligacao = Ligacao.DeFora(Organizacao.Id, registro.Id, RelatoDoProvedor.De([leitura]), DateTimeOffset.UtcNow, new QuemFalou(telefone, null, null, null));
        await Organizacao.SalvarAsync(registro, leitura);
        await Organizacao.SalvarAsync(ligacao);
        return ligacao.Id;
    }

    /// <summary>A further call of the deal, and a record that may be it.</summary>
    public async Task<object[]> RegistroEmDuvidaAsync()
    {
        var id = await new CenaDeLigacao(Organizacao, Pessoa, Oportunidade).LigouAsync(DateTimeOffset.UtcNow.AddDays(-1));
        var registro = new RegistroDoProvedor(Organizacao.Id);
        var leitura = Leitura(registro);
        registro.Projetar(RelatoDoProvedor.De([leitura]));
        registro.Duvidar([id]);
        await Organizacao.SalvarAsync(registro, leitura);
        return [id, registro.Id];
    }

    private LeituraDoProvedor Leitura(RegistroDoProvedor registro) => new(Organizacao.Id, registro.Id, FonteDaLeitura.Lista, DateTimeOffset.UtcNow)
    {
        Dados = new() { ProvedorId = Guid.NewGuid().ToString(), De = "1001", Para = "011960000001", InicioEm = DateTimeOffset.UtcNow.AddDays(-1), Encerrada = true },
    };

    /// <summary>The number that OutroRamalAsync made last.</summary>
    public string UltimoRamal { get; private set; } = "";

    /// <summary>The ramal of another member.</summary>
    public async Task<Guid> OutroRamalAsync()
    {
        var pessoa = await Organizacao.PessoaAsync();
        UltimoRamal = Guid.NewGuid().ToString("N")[..8];
        return (await pessoa.ComRamalAsync(UltimoRamal, "senha-sip", SimuladorDeTeste.Dominio)).Id;
    }

    private async Task PreencherAsync()
    {
        Pessoa = await Organizacao.PessoaAsync(Papel.Administrador);
        await Organizacao.ConectarAsync(Simulador.BaseUrl, SimuladorDeTeste.Token, SimuladorDeTeste.Dominio);
        Ramal = await Pessoa.ComRamalAsync("1001", "ramal-1001-aurora", SimuladorDeTeste.Dominio);
        Oportunidade = await Organizacao.OportunidadeAsync(Pessoa);
        ResultadoId = await Organizacao.ComDbAsync(db => db.ResultadosDeLigacao.Select(r => r.Id).FirstAsync());
        var motivo = new MotivoDePerda(Organizacao.Id, "Preço", 1);
        MotivoId = motivo.Id;
        Convite = NovoConvite($"{Marca}@convite.example");
        Tarefa = Tarefa.Da(Oportunidade, TipoDeTarefa.Reuniao, "Visita");
        await this.ImportacaoAsync(EstadoDaImportacao.Analisada);
        var gravada = Simulador.Ligou("011960000001", DateTimeOffset.UtcNow.AddMinutes(-5), gravacao: SimuladorDeTeste.Audio);
        LigacaoId = await new CenaDeLigacao(Organizacao, Pessoa, Oportunidade)
            .LigouAsync(DateTimeOffset.UtcNow.AddDays(-2), gravacaoUrl: $"{Simulador.Raiz}/files/listen/{gravada.Id}.wav");
        var registro = new RegistroDoProvedor(Organizacao.Id);
        var leitura = new LeituraDoProvedor(Organizacao.Id, registro.Id, FonteDaLeitura.Lista, DateTimeOffset.UtcNow)
        {
            Dados = new() { ProvedorId = gravada.Id.ToString(), De = "1001", Para = "011960000001", GravacaoUrl = $"{Simulador.Raiz}/files/listen/{gravada.Id}.wav" },
        };
        registro.Projetar(RelatoDoProvedor.De([leitura]));
        RegistroId = registro.Id;
        registro.Vincular(LigacaoId, MotivoDoVinculo.Pessoa, DateTimeOffset.UtcNow, null, TimeSpan.Zero);
        var nota = Nota.DaOportunidade(Organizacao.Id, Oportunidade.Id, Pessoa.Id, Marca, DateTimeOffset.UtcNow);
        NotaId = nota.Id;
        await Organizacao.SalvarAsync(
            nota,
            Recado.Mencao(nota, Pessoa.Id, null, DateTimeOffset.UtcNow),
            registro,
            leitura,
            new IdDoRegistro(Organizacao.Id, gravada.Id.ToString(), SimuladorDeTeste.Dominio, registro.Id),
            new RamalTitular(Organizacao.Id, SimuladorDeTeste.Dominio, "1001", Pessoa.Id, DateTimeOffset.UtcNow),
            Convite,
            Tarefa,
            motivo,
            new ExigenciaDeSegundoFator(Organizacao.Id, Papel.Gestor),
            new EventoDoProvedor(Organizacao.Id, $"{Marca}:1", $$"""{"marca":"{{Marca}}"}"""),
            new AuditLog(Organizacao.Id, Acoes.OportunidadeMovida, "oportunidades", Oportunidade.Id)
            {
                UsuarioId = Pessoa.Id,
                OportunidadeId = Oportunidade.Id,
                Dados = $$"""{"de":"{{Marca}}","para":"{{Marca}}"}""",
            });

        // A kind that nobody knows is left alone, so the row stays.
        await Organizacao.ComDbAsync(async db =>
        {
            await db.EnfileirarAsync(Organizacao.Id, "de-outra-versao", Oportunidade.Id, TimeSpan.Zero, CancellationToken.None);
            return true;
        });
    }

    private Convite NovoConvite(string email)
    {
        var convite = new Convite(Organizacao.Id, email, Papel.Vendedor, Pessoa.Id, DateTimeOffset.UtcNow);
        convite.Renovar(new string('0', Convite.HashTamanho), DateTimeOffset.UtcNow);
        return convite;
    }
}
