using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CrmVoip.Data.Migrations.Crm
{
    /// <inheritdoc />
    public partial class Inicial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "organizacoes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    nome = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    fuso_horario = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    ativa = table.Column<bool>(type: "boolean", nullable: false),
                    criada_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organizacoes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit_log",
                columns: table => new
                {
                    organizacao_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    ocorrido_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    usuario_id = table.Column<Guid>(type: "uuid", nullable: true),
                    acao = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    entidade = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    entidade_id = table.Column<Guid>(type: "uuid", nullable: false),
                    oportunidade_id = table.Column<Guid>(type: "uuid", nullable: true),
                    dados = table.Column<string>(type: "jsonb", nullable: false),
                    ip = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    agente = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_log", x => new { x.organizacao_id, x.id });
                    table.ForeignKey(
                        name: "fk_audit_log_organizacoes_organizacao_id",
                        column: x => x.organizacao_id,
                        principalTable: "organizacoes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "contatos",
                columns: table => new
                {
                    organizacao_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    nome = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    empresa = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    telefone = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true, collation: "C"),
                    telefone_texto = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    criado_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contatos", x => new { x.organizacao_id, x.id });
                    table.ForeignKey(
                        name: "fk_contatos_organizacoes_organizacao_id",
                        column: x => x.organizacao_id,
                        principalTable: "organizacoes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "funis",
                columns: table => new
                {
                    organizacao_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    nome = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    ordem = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("ak_funis_organizacao_id_id", x => new { x.organizacao_id, x.id });
                    table.ForeignKey(
                        name: "fk_funis_organizacoes_organizacao_id",
                        column: x => x.organizacao_id,
                        principalTable: "organizacoes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "integracoes",
                columns: table => new
                {
                    organizacao_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    plataforma = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    access_token = table.Column<string>(type: "text", nullable: true),
                    token_final = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: true),
                    base_url = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    sip_domain = table.Column<string>(type: "character varying(253)", maxLength: 253, nullable: true),
                    wss_url = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    modo_de_discagem = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    webhook_segredo = table.Column<string>(type: "text", nullable: true),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ultimo_erro = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    conectada_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ultimo_teste_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ultimo_teste_por = table.Column<Guid>(type: "uuid", nullable: true),
                    reconciliada_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    criado_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    atualizado_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_integracoes", x => new { x.organizacao_id, x.id });
                    table.CheckConstraint("ck_integracoes_modo_de_discagem", "modo_de_discagem in ('sip', 'dialer')");
                    table.CheckConstraint("ck_integracoes_plataforma", "plataforma in ('api4com')");
                    table.CheckConstraint("ck_integracoes_status", "status in ('nao_conectada', 'conectada', 'com_erro')");
                    table.ForeignKey(
                        name: "fk_integracoes_organizacoes_organizacao_id",
                        column: x => x.organizacao_id,
                        principalTable: "organizacoes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "membros",
                columns: table => new
                {
                    organizacao_id = table.Column<Guid>(type: "uuid", nullable: false),
                    usuario_id = table.Column<Guid>(type: "uuid", nullable: false),
                    nome = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    papel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ativo = table.Column<bool>(type: "boolean", nullable: false),
                    criado_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("ak_membros_organizacao_id_usuario_id", x => new { x.organizacao_id, x.usuario_id });
                    table.CheckConstraint("ck_membros_papel", "papel in ('administrador', 'gestor', 'vendedor')");
                    table.ForeignKey(
                        name: "fk_membros_organizacoes_organizacao_id",
                        column: x => x.organizacao_id,
                        principalTable: "organizacoes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "resultados_de_ligacao",
                columns: table => new
                {
                    organizacao_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    nome = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    ordem = table.Column<int>(type: "integer", nullable: false),
                    ativo = table.Column<bool>(type: "boolean", nullable: false),
                    sugerido_para = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("ak_resultados_de_ligacao_organizacao_id_id", x => new { x.organizacao_id, x.id });
                    table.ForeignKey(
                        name: "fk_resultados_de_ligacao_organizacoes_organizacao_id",
                        column: x => x.organizacao_id,
                        principalTable: "organizacoes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "etapas",
                columns: table => new
                {
                    organizacao_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    funil_id = table.Column<Guid>(type: "uuid", nullable: false),
                    nome = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    ordem = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_etapas", x => new { x.organizacao_id, x.id });
                    table.ForeignKey(
                        name: "fk_etapas_funis_organizacao_id_funil_id",
                        columns: x => new { x.organizacao_id, x.funil_id },
                        principalTable: "funis",
                        principalColumns: new[] { "organizacao_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_etapas_organizacoes_organizacao_id",
                        column: x => x.organizacao_id,
                        principalTable: "organizacoes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ramais_voip",
                columns: table => new
                {
                    organizacao_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    usuario_id = table.Column<Guid>(type: "uuid", nullable: false),
                    extension = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    sip_server = table.Column<string>(type: "character varying(253)", maxLength: 253, nullable: false),
                    nome_exibicao = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    segredo_id = table.Column<Guid>(type: "uuid", nullable: true),
                    criado_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    atualizado_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ramais_voip", x => new { x.organizacao_id, x.id });
                    table.CheckConstraint("ck_ramais_voip_status", "status in ('ativo', 'inativo')");
                    table.ForeignKey(
                        name: "fk_ramais_voip_membros_organizacao_id_usuario_id",
                        columns: x => new { x.organizacao_id, x.usuario_id },
                        principalTable: "membros",
                        principalColumns: new[] { "organizacao_id", "usuario_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ramais_voip_organizacoes_organizacao_id",
                        column: x => x.organizacao_id,
                        principalTable: "organizacoes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "oportunidades",
                columns: table => new
                {
                    organizacao_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    etapa_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contato_id = table.Column<Guid>(type: "uuid", nullable: false),
                    responsavel_id = table.Column<Guid>(type: "uuid", nullable: false),
                    titulo = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    valor = table.Column<decimal>(type: "numeric(14,2)", precision: 14, scale: 2, nullable: false),
                    posicao = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    situacao = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    na_etapa_desde = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    criada_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    atualizada_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("ak_oportunidades_organizacao_id_id", x => new { x.organizacao_id, x.id });
                    table.CheckConstraint("ck_oportunidades_situacao", "situacao in ('aberta', 'ganha', 'perdida')");
                    table.ForeignKey(
                        name: "fk_oportunidades_contatos_organizacao_id_contato_id",
                        columns: x => new { x.organizacao_id, x.contato_id },
                        principalTable: "contatos",
                        principalColumns: new[] { "organizacao_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_oportunidades_etapas_organizacao_id_etapa_id",
                        columns: x => new { x.organizacao_id, x.etapa_id },
                        principalTable: "etapas",
                        principalColumns: new[] { "organizacao_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_oportunidades_membros_organizacao_id_responsavel_id",
                        columns: x => new { x.organizacao_id, x.responsavel_id },
                        principalTable: "membros",
                        principalColumns: new[] { "organizacao_id", "usuario_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_oportunidades_organizacoes_organizacao_id",
                        column: x => x.organizacao_id,
                        principalTable: "organizacoes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ramais_voip_segredos",
                columns: table => new
                {
                    organizacao_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    ramal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    usuario_id = table.Column<Guid>(type: "uuid", nullable: false),
                    password_encrypted = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    criado_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ramais_voip_segredos", x => new { x.organizacao_id, x.id });
                    table.ForeignKey(
                        name: "fk_ramais_voip_segredos_membros_organizacao_id_usuario_id",
                        columns: x => new { x.organizacao_id, x.usuario_id },
                        principalTable: "membros",
                        principalColumns: new[] { "organizacao_id", "usuario_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ramais_voip_segredos_organizacoes_organizacao_id",
                        column: x => x.organizacao_id,
                        principalTable: "organizacoes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ramais_voip_segredos_ramais_voip_organizacao_id_ramal_id",
                        columns: x => new { x.organizacao_id, x.ramal_id },
                        principalTable: "ramais_voip",
                        principalColumns: new[] { "organizacao_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ligacoes",
                columns: table => new
                {
                    organizacao_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    usuario_id = table.Column<Guid>(type: "uuid", nullable: false),
                    oportunidade_id = table.Column<Guid>(type: "uuid", nullable: true),
                    contato_id = table.Column<Guid>(type: "uuid", nullable: true),
                    numero_destino = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    numero_origem = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    sip_domain = table.Column<string>(type: "character varying(253)", maxLength: 253, nullable: true),
                    direcao = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    origem_status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    causa_desligamento = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    duracao_segundos = table.Column<int>(type: "integer", nullable: false),
                    inicio_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    atendida_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    fim_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    gravacao_url = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    notas = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    notas_versao = table.Column<long>(type: "bigint", nullable: false),
                    resultado_id = table.Column<Guid>(type: "uuid", nullable: true),
                    provedor_ids = table.Column<string[]>(type: "text[]", nullable: false),
                    metadata = table.Column<string>(type: "jsonb", nullable: false),
                    ultimo_sinal_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    conferir_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    conferencias = table.Column<int>(type: "integer", nullable: false),
                    criado_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("ak_ligacoes_organizacao_id_id", x => new { x.organizacao_id, x.id });
                    table.CheckConstraint("ck_ligacoes_direcao", "direcao in ('saida')");
                    table.CheckConstraint("ck_ligacoes_origem_status", "origem_status in ('varredura', 'navegador', 'webhook', 'reconciliacao')");
                    table.CheckConstraint("ck_ligacoes_status", "status in ('em_andamento', 'atendida', 'nao_atendida', 'ocupado', 'cancelada', 'recusada', 'caixa_postal', 'falha')");
                    table.ForeignKey(
                        name: "fk_ligacoes_contatos_organizacao_id_contato_id",
                        columns: x => new { x.organizacao_id, x.contato_id },
                        principalTable: "contatos",
                        principalColumns: new[] { "organizacao_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ligacoes_membros_organizacao_id_usuario_id",
                        columns: x => new { x.organizacao_id, x.usuario_id },
                        principalTable: "membros",
                        principalColumns: new[] { "organizacao_id", "usuario_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ligacoes_oportunidades_organizacao_id_oportunidade_id",
                        columns: x => new { x.organizacao_id, x.oportunidade_id },
                        principalTable: "oportunidades",
                        principalColumns: new[] { "organizacao_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ligacoes_organizacoes_organizacao_id",
                        column: x => x.organizacao_id,
                        principalTable: "organizacoes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ligacoes_resultados_de_ligacao_organizacao_id_resultado_id",
                        columns: x => new { x.organizacao_id, x.resultado_id },
                        principalTable: "resultados_de_ligacao",
                        principalColumns: new[] { "organizacao_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "eventos_do_provedor",
                columns: table => new
                {
                    organizacao_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    chave = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    corpo = table.Column<string>(type: "jsonb", nullable: false),
                    recebido_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    processado_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    processar_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    tentativas = table.Column<int>(type: "integer", nullable: false),
                    ligacao_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_eventos_do_provedor", x => new { x.organizacao_id, x.id });
                    table.ForeignKey(
                        name: "fk_eventos_do_provedor_ligacoes_organizacao_id_ligacao_id",
                        columns: x => new { x.organizacao_id, x.ligacao_id },
                        principalTable: "ligacoes",
                        principalColumns: new[] { "organizacao_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_eventos_do_provedor_organizacoes_organizacao_id",
                        column: x => x.organizacao_id,
                        principalTable: "organizacoes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ligacao_eventos",
                columns: table => new
                {
                    organizacao_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    ligacao_id = table.Column<Guid>(type: "uuid", nullable: false),
                    origem = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    tipo = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ocorrido_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recebido_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    dados = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ligacao_eventos", x => new { x.organizacao_id, x.id });
                    table.CheckConstraint("ck_ligacao_eventos_origem", "origem in ('varredura', 'navegador', 'webhook', 'reconciliacao')");
                    table.CheckConstraint("ck_ligacao_eventos_tipo", "tipo in ('chamando', 'tocando', 'midia_inicial', 'atendida', 'em_espera', 'retomada', 'mudo', 'som', 'dtmf', 'reconectando', 'reconectada', 'sinal', 'encerrada')");
                    table.ForeignKey(
                        name: "fk_ligacao_eventos_ligacoes_organizacao_id_ligacao_id",
                        columns: x => new { x.organizacao_id, x.ligacao_id },
                        principalTable: "ligacoes",
                        principalColumns: new[] { "organizacao_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ligacao_eventos_organizacoes_organizacao_id",
                        column: x => x.organizacao_id,
                        principalTable: "organizacoes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_audit_log_organizacao_id_entidade_id_acao",
                table: "audit_log",
                columns: new[] { "organizacao_id", "entidade_id", "acao" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_log_organizacao_id_oportunidade_id_ocorrido_em",
                table: "audit_log",
                columns: new[] { "organizacao_id", "oportunidade_id", "ocorrido_em" });

            migrationBuilder.CreateIndex(
                name: "ix_contatos_organizacao_id_telefone",
                table: "contatos",
                columns: new[] { "organizacao_id", "telefone" });

            migrationBuilder.CreateIndex(
                name: "ix_etapas_organizacao_id_funil_id",
                table: "etapas",
                columns: new[] { "organizacao_id", "funil_id" });

            migrationBuilder.CreateIndex(
                name: "ix_eventos_do_provedor_chave",
                table: "eventos_do_provedor",
                columns: new[] { "organizacao_id", "chave" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_eventos_do_provedor_organizacao_id_ligacao_id",
                table: "eventos_do_provedor",
                columns: new[] { "organizacao_id", "ligacao_id" });

            migrationBuilder.CreateIndex(
                name: "ix_eventos_do_provedor_organizacao_id_processar_em",
                table: "eventos_do_provedor",
                columns: new[] { "organizacao_id", "processar_em" },
                filter: "processado_em is null");

            migrationBuilder.CreateIndex(
                name: "ix_integracoes_organizacao_id_plataforma",
                table: "integracoes",
                columns: new[] { "organizacao_id", "plataforma" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ligacao_eventos_organizacao_id_ligacao_id",
                table: "ligacao_eventos",
                columns: new[] { "organizacao_id", "ligacao_id" });

            migrationBuilder.CreateIndex(
                name: "ix_ligacoes_organizacao_id_conferir_em",
                table: "ligacoes",
                columns: new[] { "organizacao_id", "conferir_em" },
                filter: "conferir_em is not null");

            migrationBuilder.CreateIndex(
                name: "ix_ligacoes_organizacao_id_contato_id",
                table: "ligacoes",
                columns: new[] { "organizacao_id", "contato_id" });

            migrationBuilder.CreateIndex(
                name: "ix_ligacoes_organizacao_id_oportunidade_id_inicio_em",
                table: "ligacoes",
                columns: new[] { "organizacao_id", "oportunidade_id", "inicio_em" });

            migrationBuilder.CreateIndex(
                name: "ix_ligacoes_organizacao_id_resultado_id",
                table: "ligacoes",
                columns: new[] { "organizacao_id", "resultado_id" });

            migrationBuilder.CreateIndex(
                name: "ix_ligacoes_organizacao_id_ultimo_sinal_em",
                table: "ligacoes",
                columns: new[] { "organizacao_id", "ultimo_sinal_em" },
                filter: "status = 'em_andamento'");

            migrationBuilder.CreateIndex(
                name: "ix_ligacoes_organizacao_id_usuario_id_inicio_em",
                table: "ligacoes",
                columns: new[] { "organizacao_id", "usuario_id", "inicio_em" });

            migrationBuilder.CreateIndex(
                name: "ix_membros_usuario_id",
                table: "membros",
                column: "usuario_id");

            migrationBuilder.CreateIndex(
                name: "ix_oportunidades_organizacao_id_contato_id",
                table: "oportunidades",
                columns: new[] { "organizacao_id", "contato_id" });

            migrationBuilder.CreateIndex(
                name: "ix_oportunidades_organizacao_id_etapa_id",
                table: "oportunidades",
                columns: new[] { "organizacao_id", "etapa_id" },
                filter: "situacao = 'aberta'")
                .Annotation("Npgsql:IndexInclude", new[] { "valor" });

            migrationBuilder.CreateIndex(
                name: "ix_oportunidades_organizacao_id_etapa_id_posicao_id",
                table: "oportunidades",
                columns: new[] { "organizacao_id", "etapa_id", "posicao", "id" },
                filter: "situacao = 'aberta'");

            migrationBuilder.CreateIndex(
                name: "ix_oportunidades_organizacao_id_responsavel_id",
                table: "oportunidades",
                columns: new[] { "organizacao_id", "responsavel_id" });

            migrationBuilder.CreateIndex(
                name: "ix_oportunidades_posicao",
                table: "oportunidades",
                columns: new[] { "organizacao_id", "etapa_id", "posicao" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_organizacoes_slug",
                table: "organizacoes",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ramais_voip_extension",
                table: "ramais_voip",
                columns: new[] { "organizacao_id", "sip_server", "extension" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ramais_voip_organizacao_id_usuario_id",
                table: "ramais_voip",
                columns: new[] { "organizacao_id", "usuario_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ramais_voip_segredos_organizacao_id_ramal_id",
                table: "ramais_voip_segredos",
                columns: new[] { "organizacao_id", "ramal_id" });

            migrationBuilder.CreateIndex(
                name: "ix_ramais_voip_segredos_organizacao_id_usuario_id",
                table: "ramais_voip_segredos",
                columns: new[] { "organizacao_id", "usuario_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit_log");

            migrationBuilder.DropTable(
                name: "eventos_do_provedor");

            migrationBuilder.DropTable(
                name: "integracoes");

            migrationBuilder.DropTable(
                name: "ligacao_eventos");

            migrationBuilder.DropTable(
                name: "ramais_voip_segredos");

            migrationBuilder.DropTable(
                name: "ligacoes");

            migrationBuilder.DropTable(
                name: "ramais_voip");

            migrationBuilder.DropTable(
                name: "oportunidades");

            migrationBuilder.DropTable(
                name: "resultados_de_ligacao");

            migrationBuilder.DropTable(
                name: "contatos");

            migrationBuilder.DropTable(
                name: "etapas");

            migrationBuilder.DropTable(
                name: "membros");

            migrationBuilder.DropTable(
                name: "funis");

            migrationBuilder.DropTable(
                name: "organizacoes");
        }
    }
}
